//! Brings rows into reading order and finds what stands out of it.

use super::super::chain::{Point, heaviest_chain};

/// The rows in reading order.
///
/// `columns` holds, for each witness, its rows in the order in which they
/// stand there; each row has a number below `rows`. A row is due when it is
/// next in the most of its witnesses; of those the one that stands nearest to
/// the start.
pub(super) fn reading_order(columns: &[Vec<usize>], rows: usize) -> Vec<usize> {
    let mut witnesses_of = vec![0_u32; rows];
    let mut place_of = vec![0.0; rows];
    for column in columns {
        // As a share of the text, since witnesses are of unlike length.
        let len = precise(column.len());
        for (at, &row) in column.iter().enumerate() {
            witnesses_of[row] += 1;
            place_of[row] += (precise(at) + 0.5) / len;
        }
    }
    let share = |row: usize, next: u32| f64::from(next) / f64::from(witnesses_of[row]);
    let place = |row: usize| place_of[row] / f64::from(witnesses_of[row]);
    let mut heads = vec![0; columns.len()];
    let mut done = vec![false; rows];
    let mut order = Vec::with_capacity(rows);
    loop {
        let mut next: Vec<usize> = Vec::new();
        for (head, column) in heads.iter_mut().zip(columns) {
            while column.get(*head).is_some_and(|&row| done[row]) {
                *head += 1;
            }
            next.extend(column.get(*head));
        }
        next.sort_unstable();
        let due = next
            .chunk_by(|x, y| x == y)
            .map(|run| {
                (
                    run[0],
                    share(run[0], u32::try_from(run.len()).expect("few witnesses")),
                )
            })
            .max_by(|x, y| {
                // Of two passages that are each due everywhere, the one nearer to the start comes
                // first.
                let nearer = place(y.0).total_cmp(&place(x.0));
                x.1.total_cmp(&y.1).then(nearer).then(y.0.cmp(&x.0))
            });
        let Some((row, _)) = due else { return order };
        done[row] = true;
        order.push(row);
    }
}

/// For each entry of a column, given as places in the reading order, whether
/// it stands out of that order.
pub(super) fn transposed(places: &[usize]) -> Vec<bool> {
    let points: Vec<Point> = places
        .iter()
        .enumerate()
        .map(|(before, &after)| Point {
            before,
            after,
            weight: 1.0,
        })
        .collect();
    let mut transposed = vec![true; places.len()];
    for kept in heaviest_chain(&points) {
        transposed[kept] = false;
    }
    transposed
}

#[expect(clippy::cast_precision_loss, reason = "rows are far fewer than 2^52")]
fn precise(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_one_witness_adds_stands_where_that_witness_has_it() {
        assert_eq!(reading_order(&[vec![0, 2], vec![0, 1, 2]], 3), [0, 1, 2]);
    }

    #[test]
    fn two_witnesses_outvote_a_third_on_the_order() {
        let columns = [vec![0, 1, 2, 3], vec![0, 1, 2, 3], vec![0, 2, 3, 1]];
        assert_eq!(reading_order(&columns, 4), [0, 1, 2, 3]);
        assert_eq!(transposed(&[0, 2, 3, 1]), [false, false, false, true]);
    }
}
