//! The `verbale` command.

mod cli;

use std::hint::black_box;
use std::process::ExitCode;

fn main() -> ExitCode {
    keep_freed_memory();
    cli::run()
}

/// Lets glibc keep what is freed instead of handing it back, to be taken again
/// page fault by page fault: after a large piece was freed it keeps up to twice
/// its size (`mallopt(3)`, on `M_MMAP_THRESHOLD`). The piece is never written
/// to, so it takes no memory; elsewhere nothing comes of it.
fn keep_freed_memory() {
    /// The largest piece that counts is 32 MiB with its head.
    const PIECE: usize = 31 << 20;
    let mut piece = Vec::<u8>::new();
    if piece.try_reserve_exact(PIECE).is_ok() {
        drop(black_box(piece));
    }
}
