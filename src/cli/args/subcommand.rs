//! The options of the commands that are asked for.

use std::ops::{Deref, DerefMut};

use clap::error::Error;
use clap::{ArgMatches, Args, Command, FromArgMatches, Id};

/// The options of one command, which has them only if the words of the process
/// may ask for them: to make those of every command takes as long as to compare
/// two statements.
#[derive(Debug, Clone)]
pub(in crate::cli) struct SubcommandArgs<T>(T);

/// Commands that are about all others.
/// They need the options of each.
const ABOUT_ALL: [&str; 2] = ["completions", "man"];

fn is_asked(command: &Command) -> bool {
    let name = command.get_name();
    // Any word counts, wherever it stands: options that belong to no command may come before it. A
    // file of that name costs a little time and nothing else.
    let mut words = std::env::args_os().skip(1);
    words.any(|word| word == name || ABOUT_ALL.iter().any(|all| word == **all))
}

impl<T: Args> Args for SubcommandArgs<T> {
    fn augment_args(command: Command) -> Command {
        if is_asked(&command) {
            T::augment_args(command)
        } else {
            command
        }
    }

    fn augment_args_for_update(command: Command) -> Command {
        T::augment_args_for_update(command)
    }

    fn group_id() -> Option<Id> {
        T::group_id()
    }
}

impl<T: FromArgMatches> FromArgMatches for SubcommandArgs<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        T::from_arg_matches(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches(matches)
    }
}

impl<T> Deref for SubcommandArgs<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for SubcommandArgs<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
