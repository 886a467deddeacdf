use allocation::Tiers;

/// "4 if possible, otherwise 2, otherwise 1. If none of these fits, you get none." `who` is "you" or "they".
pub fn sentence(tiers: &Tiers, who: &str) -> String {
    match tiers.amounts() {
        [only] => format!("{}, or none.", number(*only)),
        [best, others @ ..] => {
            let best = number(*best);
            let others =
                others.iter().map(|&amount| format!("otherwise {}", number(amount))).collect::<Vec<_>>().join(", ");
            let rest = if others.contains(',') { "none of these" } else { "neither" };
            format!("{best} if possible, {others}. If {rest} fits, {who} get none.")
        }
        [] => String::new(),
    }
}

/// "4, else 2, else 1".
pub fn wish(tiers: &Tiers) -> String {
    amounts(tiers.amounts())
}

/// The same of amounts that stand largest first.
pub fn amounts(amounts: &[u32]) -> String {
    amounts.iter().copied().map(number).collect::<Vec<_>>().join(", else ")
}

/// "4, 2 or 1": the numbers one could get.
pub fn either_or(amounts: &[u32]) -> String {
    match amounts {
        [] => String::new(),
        [only] => number(*only),
        [some @ .., last] => {
            format!("{} or {}", some.iter().copied().map(number).collect::<Vec<_>>().join(", "), number(*last))
        }
    }
}

fn number(amount: u32) -> String {
    super::grouped(amount.into())
}
