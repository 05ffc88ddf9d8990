//! Compares two statements and prints what became of their figures:
//! `cargo run --example compare_two -- OLD NEW`.

use verbale::compare_files;

#[expect(clippy::print_stdout, reason = "an example shows what it finds")]
fn main() -> verbale::Result<()> {
    let mut files = std::env::args().skip(1);
    let mut next = |side: &str| {
        files
            .next()
            .unwrap_or(format!("fixtures/pairs/rate-rise/{side}.txt"))
    };
    let comparison = compare_files(next("before"), next("after"))?;
    for change in comparison
        .figures()
        .iter()
        .filter(|change| change.is_news())
    {
        let measure = change.measure.as_deref().unwrap_or("?");
        let [before, after] =
            [change.before, change.after].map(|side| side.map_or("–", |figure| figure.text()));
        println!("{} {measure}: {before} → {after}", change.verdict.sign());
    }
    Ok(())
}
