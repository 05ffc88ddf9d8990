//! What could not be read: told, and no reason to leave out the rest.
//!
//! Each error is a line on standard error, and a record where the report is a
//! stream of records; the run then ends with 2.

use verbale::load::inputs::Inputs;
use verbale::render::json;
use verbale::report::ErrorRecord;
use verbale::{Error, Result};

use super::args::{Format, OutputArgs};
use super::output::Output;
use super::{Outcome, note, report_error};

/// The errors of a run, in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct ReadErrors {
    records: Vec<ErrorRecord>,
    /// How many records the report has already.
    written: usize,
}

impl ReadErrors {
    /// The troubles of `inputs`; what was passed over is a note.
    pub(super) fn of(inputs: &mut Inputs, output: &OutputArgs) -> Self {
        let mut errors = Self::default();
        for error in std::mem::take(&mut inputs.refused) {
            errors.report(&error);
        }
        for passed in &inputs.passed_over {
            note(output, passed);
        }
        errors
    }

    /// Takes the troubles of `other`, which were told.
    pub(super) fn join(&mut self, other: Self) {
        self.records.extend(other.records);
    }

    /// Tells an error.
    pub(super) fn report(&mut self, error: &Error) {
        report_error(error);
        self.records.push(ErrorRecord::new(error));
    }

    /// What was read, or nothing and an error told.
    pub(super) fn or_report<T>(&mut self, read: Result<T>) -> Option<T> {
        read.inspect_err(|error| self.report(error)).ok()
    }

    /// All errors as records.
    pub(super) fn records(&self) -> &[ErrorRecord] {
        &self.records
    }

    /// Writes the records of errors that the report does not have yet, where it
    /// is a stream of records.
    pub(super) fn write(&mut self, args: &OutputArgs, output: &mut Output) -> Result<()> {
        // A JSON document has them at its end, other formats have no place for them.
        if args.chosen() != Format::Jsonl || args.is_silent() {
            return Ok(());
        }
        for record in &self.records[self.written..] {
            output.with(|out| json::write_record(out, record))?;
        }
        self.written = self.records.len();
        Ok(())
    }

    /// `outcome`, unless there was trouble.
    pub(super) fn or(&self, outcome: Outcome) -> Outcome {
        if self.records.is_empty() {
            outcome
        } else {
            Outcome::Trouble
        }
    }
}
