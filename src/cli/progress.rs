//! How far long work has come, on a terminal that nothing else writes to.

use std::io::{self, IsTerminal, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::args::OutputArgs;

/// Work that is done by then needs no word.
const PATIENCE: Duration = Duration::from_millis(500);
/// Between two lines: no eye follows more.
const PAUSE: Duration = Duration::from_millis(100);

/// *reading 12 of 276*, on one line of standard error that is wiped at the end.
pub(super) struct Progress {
    verb: &'static str,
    total: usize,
    state: Mutex<State>,
}

struct State {
    done: usize,
    /// When to write next; `None` where nobody looks.
    next: Option<Instant>,
    is_shown: bool,
}

impl Progress {
    /// Work on `total` statements. Nothing is written in a pipe, in a job of a
    /// build server, or for a user who asked for quiet.
    pub(super) fn new(verb: &'static str, total: usize, output: Option<&OutputArgs>) -> Self {
        // Nobody watches a log, and one file is read before anybody wonders.
        let is_watched = total > 1
            && output.is_none_or(|output| !output.quiet)
            && io::stderr().is_terminal()
            && std::env::var_os("CI").is_none()
            && std::env::var("TERM").is_ok_and(|term| term != "dumb");
        Self {
            verb,
            total,
            state: Mutex::new(State {
                done: 0,
                next: is_watched.then(|| Instant::now() + PATIENCE),
                is_shown: false,
            }),
        }
    }

    /// One more is begun, on any thread.
    pub(super) fn step(&self) {
        // A count stays true though a thread has panicked.
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.done += 1;
        let now = Instant::now();
        if state.next.is_some_and(|next| now >= next) {
            let Self { verb, total, .. } = self;
            // Progress that cannot be shown is no trouble.
            let _ = write!(io::stderr(), "\r\u{1b}[K{verb} {} of {total}", state.done);
            state.next = Some(now + PAUSE);
            state.is_shown = true;
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        let state = self.state.get_mut().unwrap_or_else(PoisonError::into_inner);
        if state.is_shown {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
