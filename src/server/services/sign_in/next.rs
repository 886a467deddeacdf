use crate::paths;

/// A path of ours to go to after signing in; anything else becomes the dashboard.
///
/// Only a single leading slash, printable ASCII, no backslash: what browsers take for another host never passes
/// (CWE-601; WHATWG URL treats `\` as `/`).
pub fn own_path(raw: &str) -> String {
    let plain = raw.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    let ours = raw.starts_with('/') && !raw.starts_with("//") && raw.len() <= 500;
    let page = !raw.starts_with(paths::API) && !raw.starts_with(paths::SIGN_IN);
    if plain && ours && page { raw.to_owned() } else { paths::DASHBOARD.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn nothing_leads_away_from_the_site() {
        for evil in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "\\/evil",
            "javascript:alert(1)",
            "/a\tb",
            "/a b",
            "",
            "/api/x",
            "/ü",
            "/sign-in?next=/",
        ] {
            assert_eq!(own_path(evil), "/", "{evil:?}");
        }
        assert_eq!(own_path("/events/3?x=1"), "/events/3?x=1");
    }
}
