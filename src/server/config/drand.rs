use super::read::Reader;

/// Hosts of the League of Entropy, of Protocol Labs and of Cloudflare, as drand's documentation names them
/// (<https://docs.drand.love/dev-guide/API%20Documentation%20v1/public-round>).
const PUBLIC: &str = "https://api.drand.sh, https://api2.drand.sh, https://api3.drand.sh, https://drand.cloudflare.com";

/// `DRAND_URLS`: where rounds of the public beacon are fetched. `none`: nowhere, organizers paste them.
pub(super) fn hosts(read: &mut Reader<'_>) -> Vec<String> {
    let accepted = "addresses that begin with https:// or http://, with commas between them, or none";
    read.parsed("DRAND_URLS", PUBLIC, accepted, parse)
}

fn parse(text: &str) -> Option<Vec<String>> {
    if text.trim().eq_ignore_ascii_case("none") {
        return Some(Vec::new());
    }
    let hosts = text.split(',').map(|host| host.trim().trim_end_matches('/'));
    let hosts: Vec<String> = hosts.map(|host| is_address(host).then(|| host.to_owned())).collect::<Option<_>>()?;
    Some(hosts)
}

fn is_address(host: &str) -> bool {
    let rest = host.strip_prefix("https://").or_else(|| host.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:[]/_".contains(&b))
    })
}

#[cfg(test)]
mod tests {
    use super::{PUBLIC, parse};

    #[test]
    fn hosts_are_read_one_by_one() {
        assert_eq!(parse("none"), Some(Vec::new()));
        assert_eq!(parse("http://127.0.0.1:8321/"), Some(vec!["http://127.0.0.1:8321".to_owned()]));
        assert_eq!(parse(PUBLIC).map(|hosts| hosts.len()), Some(4));
        for wrong in ["", ",", "api.drand.sh", "https://", "ftp://api.drand.sh", "https://a, nonsense", "https://a b"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
