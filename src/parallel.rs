//! Long work on all cores of the machine.

use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, available_parallelism, scope};

/// How many bytes of text pay for a core more. From the first thread on every
/// allocation is a little dearer, and what the parts found is moved together.
const BYTES_PER_CORE: usize = 1 << 20;

/// How many parts a core takes, one after the other, so that one with hard parts
/// leaves others to the rest.
const PARTS_PER_CORE: usize = 4;

/// Bytes of the stack of a thread: as much as the first one has on most systems, so that what
/// can be done on that one can be done on any.
const STACK: usize = 8 << 20;

/// How work is shared out among cores.
pub(crate) struct Sharing<B, F> {
    /// How much text an item has, in bytes.
    pub(crate) bytes: B,
    /// As many cores at most, whatever the machine has.
    pub(crate) most_cores: usize,
    /// Makes what a core keeps from part to part.
    pub(crate) tools: F,
}

/// Does `work` on `count` items, by their indices, in neighbouring parts, on as
/// many cores as pays; `bytes` is how much text an item has. Returns what came of
/// each part, in order: at least one.
pub(crate) fn in_parts<T: Send>(
    count: usize,
    bytes: impl Fn(usize) -> usize,
    work: impl Fn(Range<usize>) -> T + Sync,
) -> Vec<T> {
    let sharing = Sharing {
        bytes,
        most_cores: usize::MAX,
        tools: || (),
    };
    share_out(count, &sharing, |(), part| work(part))
}

/// Does `work` on each of `items`, which it takes, as [`in_parts`] shares them out.
/// Returns what came of each, in order.
pub(crate) fn each<I: Send, T: Send>(
    items: Vec<I>,
    bytes: impl Fn(&I) -> usize,
    work: impl Fn(I) -> T + Sync,
) -> Vec<T> {
    let sizes: Vec<usize> = items.iter().map(bytes).collect();
    let items: Vec<Mutex<Option<I>>> = items.into_iter().map(|it| Mutex::new(Some(it))).collect();
    let take = |at: usize| items[at].lock().ok()?.take();
    let parts = in_parts(
        items.len(),
        |at| sizes[at],
        |part| -> Vec<T> { part.filter_map(take).map(&work).collect() },
    );
    parts.into_iter().flatten().collect()
}

/// As [`in_parts`], where each core has its own tools.
pub(crate) fn share_out<T: Send, K>(
    count: usize,
    Sharing {
        bytes,
        most_cores,
        tools,
    }: &Sharing<impl Fn(usize) -> usize, impl Fn() -> K + Sync>,
    work: impl Fn(&mut K, Range<usize>) -> T + Sync,
) -> Vec<T> {
    let total = (0..count).map(bytes).sum::<usize>();
    let most = (total / BYTES_PER_CORE).min(*most_cores);
    if most < 2 {
        return vec![work(&mut tools(), 0..count)];
    }
    let cores = available_parallelism().map_or(1, NonZero::get).min(most);
    let share = total.div_ceil(cores * PARTS_PER_CORE);
    side_by_side(&cut(count, bytes, share), cores, tools, work)
}

/// Neighbouring parts of `count` items, each with about `share` bytes, which is
/// above 0; an item is in the share where its middle is. At least one part.
fn cut(count: usize, bytes: impl Fn(usize) -> usize, share: usize) -> Vec<Range<usize>> {
    let (mut parts, mut start) = (Vec::new(), 0);
    let (mut before, mut bound) = (0, share);
    for item in 0..count {
        let size = bytes(item);
        let middle = before + size / 2;
        if middle >= bound {
            if start < item {
                parts.push(start..item);
            }
            start = item;
            bound = (middle / share + 1) * share;
        }
        before += size;
    }
    parts.push(start..count);
    parts
}

/// Does `work` on each part, on this thread and on others: each takes the next
/// part when it is done with one. Where no thread is to be had this one does all.
fn side_by_side<T: Send, K>(
    parts: &[Range<usize>],
    threads: usize,
    tools: impl Fn() -> K + Sync,
    work: impl Fn(&mut K, Range<usize>) -> T + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut tools = tools();
        let mut done = Vec::new();
        while let at = next.fetch_add(1, Ordering::Relaxed)
            && let Some(part) = parts.get(at)
        {
            done.push((at, work(&mut tools, part.clone())));
        }
        done
    };
    let mut done = scope(|scope| {
        let others: Vec<_> = (1..threads.min(parts.len()))
            .filter_map(|_| {
                Builder::new()
                    .stack_size(STACK)
                    .spawn_scoped(scope, take)
                    .ok()
            })
            .collect();
        let mut done = take();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, found)| found).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;
    use std::thread::sleep;
    use std::time::Duration;

    use super::*;

    #[test]
    fn parts_are_neighbours_of_about_the_same_size() {
        let cut = |bytes: &[usize], share| -> Vec<(usize, usize)> {
            let parts = cut(bytes.len(), |item| bytes[item], share);
            parts.iter().map(|part| (part.start, part.end)).collect()
        };
        assert_eq!(cut(&[5, 1, 1, 1, 1, 6, 0, 2], 6), [(0, 2), (2, 5), (5, 8)]);
        assert_eq!(cut(&[9, 10], 10), [(0, 1), (1, 2)]);
        assert_eq!(cut(&[10, 9], 10), [(0, 1), (1, 2)]);
        assert_eq!(cut(&[40, 1, 1, 1, 9], 10), [(0, 1), (1, 5)]);
        assert_eq!(cut(&[0, 0], 1), [(0, 2)]);
        assert_eq!(cut(&[], 1), [(0, 0)]);
    }

    #[test]
    fn what_came_of_the_parts_is_in_their_order() {
        let found = in_parts(64, |_| BYTES_PER_CORE, Iterator::collect::<Vec<_>>);
        assert_eq!(found.concat(), (0..64).collect::<Vec<_>>());
    }

    #[test]
    fn each_item_is_taken_once_and_stays_in_its_place() {
        let words: Vec<String> = (0..64).map(|nth| nth.to_string()).collect();
        let found = each(words.clone(), |_| BYTES_PER_CORE, |word| word + "!");
        let wanted: Vec<String> = words.iter().map(|word| format!("{word}!")).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_part_that_ends_late_stays_in_its_place() {
        let (second_begun, third_done) = (AtomicBool::new(false), AtomicBool::new(false));
        let wait_a_second_for = |flag: &AtomicBool| {
            let waits = (0..1000).take_while(|_| !flag.load(Ordering::SeqCst));
            waits.for_each(|_| sleep(Duration::from_millis(1)));
        };
        let found = side_by_side(
            &[0..1, 1..2, 2..3],
            2,
            || (),
            |(), part| {
                match part.start {
                    0 => wait_a_second_for(&second_begun),
                    1 => {
                        second_begun.store(true, Ordering::SeqCst);
                        wait_a_second_for(&third_done);
                    }
                    _ => third_done.store(true, Ordering::SeqCst),
                }
                part.start
            },
        );
        assert_eq!(found, [0, 1, 2]);
    }

    #[test]
    fn a_core_keeps_its_tools_from_part_to_part() {
        let sharing = Sharing {
            bytes: |_| BYTES_PER_CORE,
            most_cores: 2,
            tools: || 0,
        };
        let uses = share_out(64, &sharing, |uses, _| {
            *uses += 1;
            *uses
        });
        let made = uses.iter().filter(|nth| **nth == 1).count();
        assert!(uses.len() > 1 && (1..=2).contains(&made), "{uses:?}");
    }

    #[test]
    fn little_work_is_one_part() {
        assert_eq!(in_parts(1000, |_| 8, |items| items.len()), [1000]);
        assert_eq!(in_parts(0, |_| 8, |items| items.len()), [0]);
    }

    #[test]
    #[should_panic(expected = "unreadable")]
    fn a_panic_in_a_part_is_one_of_the_whole() {
        side_by_side(
            &[0..1, 1..2],
            2,
            || (),
            |(), part| {
                assert!(part.start > 0, "unreadable");
            },
        );
    }
}
