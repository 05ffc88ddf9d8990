//! The `verbale` command.

fn main() {}
