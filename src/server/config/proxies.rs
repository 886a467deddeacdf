use std::{fmt, net::IpAddr};

use ipnet::IpNet;

use super::read::Reader;

/// The networks of reverse proxies. What others say about forwarding is not believed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    pub(super) fn read(read: &mut Reader<'_>) -> Self {
        let accepted = "addresses and networks with commas between them, such as 127.0.0.1, 10.0.0.0/8, fd00::/8";
        read.parsed("TRUSTED_PROXIES", "none", accepted, Self::parse)
    }

    /// `none`, or addresses and networks with commas between them.
    pub fn parse(raw: &str) -> Option<Self> {
        if raw.trim() == "none" {
            return Some(Self::default());
        }
        let network = |part: &str| {
            let part = part.trim();
            part.parse::<IpNet>().ok().or_else(|| part.parse::<IpAddr>().ok().map(IpNet::from))
        };
        raw.split(',').map(network).collect::<Option<Vec<_>>>().map(Self)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this address is one of them.
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// Who really asks: the last hop in `X-Forwarded-For` that is not one of these, seen from the right, since everything
    /// left of it was written by that hop itself. A hop that is no address ends the search at the proxy that named it.
    pub fn real(&self, peer: IpAddr, forwarded_for: Option<&str>) -> IpAddr {
        let mut real = peer;
        let hops = forwarded_for.unwrap_or_default().rsplit(',');
        for hop in hops {
            if !self.contains(real) {
                break;
            }
            match address(hop.trim()) {
                Some(address) => real = address,
                None => break,
            }
        }
        real
    }
}

impl fmt::Display for TrustedProxies {
    /// As [`TrustedProxies::parse`] reads it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("none");
        }
        let networks: Vec<_> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&networks.join(", "))
    }
}

/// An address, perhaps with a port as some proxies add it.
fn address(hop: &str) -> Option<IpAddr> {
    let bare = hop.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(hop, |(bare, _)| bare);
    let with_port = || hop.parse::<std::net::SocketAddr>().ok().map(|address| address.ip());
    bare.parse().ok().or_else(with_port)
}

#[cfg(test)]
mod tests {
    use super::TrustedProxies;

    fn real(trusted: &str, peer: &str, forwarded_for: &str) -> String {
        let trusted = TrustedProxies::parse(trusted).unwrap();
        trusted.real(peer.parse().unwrap(), Some(forwarded_for)).to_string()
    }

    #[test]
    fn only_trusted_hops_are_believed_seen_from_the_right() {
        let proxies = "10.0.0.0/8, fd00::/8";
        for (peer, forwarded_for, expected) in [
            ("192.0.2.1", "203.0.113.9", "192.0.2.1"),
            ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
            ("10.0.0.1", "198.51.100.66, 203.0.113.9", "203.0.113.9"),
            ("10.0.0.1", "198.51.100.66, 203.0.113.9, 10.1.1.1", "203.0.113.9"),
            ("10.0.0.1", "", "10.0.0.1"),
            ("10.0.0.1", "unknown", "10.0.0.1"),
            ("10.0.0.1", "203.0.113.9, garbage", "10.0.0.1"),
            ("10.0.0.1", "10.0.0.2", "10.0.0.2"),
            ("::ffff:10.0.0.1", "203.0.113.9:4711", "203.0.113.9"),
            ("fd00::1", "[2001:db8::7]:443", "2001:db8::7"),
        ] {
            assert_eq!(real(proxies, peer, forwarded_for), expected, "{peer} {forwarded_for}");
        }
        assert_eq!(real("none", "127.0.0.1", "203.0.113.9"), "127.0.0.1");
    }

    #[test]
    fn a_list_that_is_no_list_of_networks_is_refused() {
        for wrong in ["", "10.0.0.0/33", "10.0.0.0/8,", "proxy.example.org", "10.0.0.0/8 fd00::/8", "*"] {
            assert_eq!(TrustedProxies::parse(wrong), None, "{wrong:?}");
        }
        assert!(TrustedProxies::parse(" none ").unwrap().is_empty());
    }
}
