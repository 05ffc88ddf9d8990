//! `verbale text`.

use verbale::Result;
use verbale::load::load;

use super::Outcome;
use super::args::TextArgs;
use super::output::Output;
use super::reading::options;

pub(super) fn run(args: &TextArgs) -> Result<Outcome> {
    let document = load(&args.file, &options(&args.reading, 0))?;
    let mut output = Output::open(&args.output)?;
    output.with(|out| writeln!(out, "{}", document.text))?;
    output.finish()?;
    Ok(Outcome::Nothing)
}
