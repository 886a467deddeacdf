use leptos::prelude::*;

use super::length;

/// How numbers went lately, as a line without scale; the number beside it is the last.
pub fn spark(counts: &[u64]) -> impl IntoView + use<> {
    let line = points(counts);
    (counts.len() > 1).then(|| {
        view! {
            <svg class="spark" viewBox="0 -2 120 28" preserveAspectRatio="none" aria-hidden="true">
                <polyline class="stroke" points=line></polyline>
            </svg>
        }
    })
}

fn points(counts: &[u64]) -> String {
    let most = counts.iter().copied().max().unwrap_or(0);
    let last = counts.len().saturating_sub(1).max(1);
    let point = |(place, &count): (usize, &u64)| format!("{},{}", place * 120 / last, 24 - length(count, most, 24));
    counts.iter().enumerate().map(point).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::points;

    #[test]
    fn the_line_runs_from_the_oldest_to_the_latest() {
        assert_eq!(points(&[0, 5, 10]), "0,24 60,12 120,0");
        assert_eq!(points(&[0, 0]), "0,24 120,24");
        assert_eq!(points(&[]), "");
    }
}
