use leptos::prelude::*;

/// Demand against supply as a bar, for the eye: the same in words stands beside it, and is heard once.
#[component]
pub fn Meter(requested: u64, tickets: u32, #[prop(optional)] tall: bool) -> impl IntoView {
    let there = u64::from(tickets);
    let share = if requested == 0 {
        0
    } else if requested <= there {
        (requested * 100 / there.max(1)).max(1)
    } else {
        (there * 100 / requested).max(1)
    };
    let over = (requested > there).then(|| {
        view! { <rect class="over" x=share.to_string() width=(100 - share).to_string() height="8"></rect> }
    });
    view! {
        <svg
            class=if tall { "meter tall" } else { "meter" }
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            <rect class="supply" width=share.to_string() height="8"></rect>
            {over}
        </svg>
    }
}
