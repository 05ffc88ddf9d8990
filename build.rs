//! Links the program on Linux at a fixed address: filling in the addresses of
//! the tables would take longer at each start than comparing two statements.
//!
//! What that gives up is a random address of the program's own code; stack, heap
//! and libraries keep theirs. It was weighed against both ways to have it: with
//! relocations as they are, and packed (`-z pack-relative-relocs`), which saves
//! a seventh of what they cost, for it is the pages they touch that take the time.
//! Either is more than .3 ms a start. What decodes foreign bytes with the most
//! code, the reader of pdf files, runs in a process of its own with limits.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |part| env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
