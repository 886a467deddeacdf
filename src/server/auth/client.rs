use std::{
    fmt,
    net::{IpAddr, Ipv6Addr},
};

/// From where a request came: an IPv4 address, or the first 64 bits of an IPv6 address, since whoever has one has them all.
/// Empty for commands and for what happens by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Client(String);

impl Client {
    /// The network that counts as one.
    pub fn of(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        })
    }

    /// The networks around it that may be one client's too, the narrower first: of IPv6 the /56 and the /48 that providers
    /// hand out to a household or a company (RFC 6177).
    pub fn wider(&self) -> Vec<String> {
        let Some(network) = self.0.strip_suffix("/64").and_then(|network| network.parse::<Ipv6Addr>().ok()) else {
            return Vec::new();
        };
        let [a, b, c, d, ..] = network.segments();
        [(d & 0xff00, 56), (0, 48)].map(|(d, bits)| format!("{a:x}:{b:x}:{c:x}:{d:x}::/{bits}")).to_vec()
    }

    /// As text, at most 64 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Client;

    #[test]
    fn an_ipv6_network_is_one_client_and_mapped_ipv4_is_ipv4() {
        for (address, client) in [
            ("192.0.2.7", "192.0.2.7"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("2001:db8:0:1:2:3:4:5", "2001:db8:0:1::/64"),
            ("2001:db8:0:1:ffff::1", "2001:db8:0:1::/64"),
            ("2001:db8:0:2::1", "2001:db8:0:2::/64"),
        ] {
            assert_eq!(Client::of(address.parse().unwrap()).as_str(), client);
        }
    }

    #[test]
    fn around_an_ipv6_network_are_two_wider_ones_and_around_ipv4_none() {
        let wider = |address: &str| Client::of(address.parse().unwrap()).wider();
        assert_eq!(wider("2001:db8:1:2fe::7"), ["2001:db8:1:200::/56", "2001:db8:1:0::/48"]);
        assert_eq!(wider("2001:db8::"), ["2001:db8:0:0::/56", "2001:db8:0:0::/48"]);
        assert!(wider("192.0.2.7").is_empty() && wider("::ffff:192.0.2.7").is_empty());
        assert!(Client::default().wider().is_empty());
    }
}
