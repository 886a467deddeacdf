use std::fmt::Write;

use leptos::prelude::*;

use super::length;

/// How wide and how high the picture is.
const WIDTH: u64 = 200;
const HEIGHT: u64 = 40;

/// What had come in by each of some moments of a span: `steps` are moments and counts, both growing; the dashed line above is
/// how many there could be. `label` says it as a sentence.
pub fn stairs(steps: &[(u64, u64)], span: u64, most: u64, label: String) -> impl IntoView + use<> {
    let path = path(steps, span, most);
    let filled = format!("{path}V{HEIGHT}H0Z");
    view! {
        <svg class="gauge stairs" viewBox="0 -2 200 44" preserveAspectRatio="none" role="img" aria-label=label>
            <path class="line ceiling" d="M0 0h200"></path>
            <path class="soft" d=filled></path>
            <path class="stroke" d=path></path>
        </svg>
    }
}

fn path(steps: &[(u64, u64)], span: u64, most: u64) -> String {
    let mut path = format!("M0 {HEIGHT}");
    for &(moment, count) in steps {
        let (x, y) = (moment.min(span) * WIDTH / span.max(1), HEIGHT - length(count, most, HEIGHT));
        // Writing to a text cannot fail.
        let _ = write!(path, "H{x}V{y}");
    }
    path
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn every_step_goes_up_where_it_happened() {
        assert_eq!(path(&[(0, 1), (5, 2), (10, 4)], 10, 4), "M0 40H0V30H100V20H200V0");
        assert_eq!(path(&[], 10, 4), "M0 40");
        assert_eq!(path(&[(20, 9)], 10, 4), "M0 40H200V0", "never outside");
    }
}
