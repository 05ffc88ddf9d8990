//! Keeps the panics of the interpreter to the file that caused them.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    /// Whether this thread is inside [`catch_panics`].
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work`; its panic is an error and prints nothing.
///
/// The hook that does so stands before the program's own, which goes on to
/// report the panics of all other code and threads.
pub(super) fn catch_panics<T>(work: impl FnOnce() -> T) -> std::thread::Result<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let own = panic::take_hook();
        panic::set_hook(Box::new(move |cause| {
            if !QUIET.get() {
                own(cause);
            }
        }));
    });
    let before = QUIET.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    QUIET.set(before);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_and_quiet_ends_with_it() {
        assert!(catch_panics(|| panic!("of the interpreter")).is_err());
        assert!(!QUIET.get());
        assert_eq!(catch_panics(|| 7).unwrap(), 7);
    }
}
