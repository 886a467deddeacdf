use url::Url;

/// An address of SNS in one of its regions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) url: String,
    pub(super) host: String,
    pub(super) region: String,
}

impl Address {
    /// Where a certificate is.
    pub(super) fn of_certificate(raw: &str) -> Option<Self> {
        let address = Self::read(raw)?;
        let path = Url::parse(raw).ok()?;
        (path.path().rsplit_once('.').is_some_and(|(_, end)| end == "pem") && path.query().is_none()).then_some(address)
    }

    /// Where a subscription is confirmed.
    pub(super) fn of_subscription(raw: &str) -> Option<Self> {
        Self::read(raw)
    }

    /// `sns.REGION.amazonaws.com` or `….com.cn`, by https and nothing else; written the one way in which it is read, so that no
    /// two programs read it differently.
    fn read(raw: &str) -> Option<Self> {
        let url = Url::parse(raw).ok()?;
        let plain = url.scheme() == "https"
            && url.username().is_empty()
            && url.password().is_none()
            && url.port().is_none()
            && url.fragment().is_none()
            && url.as_str() == raw;
        let host = url.host_str().filter(|_| plain)?;
        let rest = host.strip_prefix("sns.")?;
        let region = rest.strip_suffix(".amazonaws.com").or_else(|| rest.strip_suffix(".amazonaws.com.cn"))?;
        let is_region =
            region.len() >= 3 && region.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        is_region.then(|| Self { url: raw.to_owned(), host: host.to_owned(), region: region.to_owned() })
    }

    /// The names under which a certificate of SNS may be issued: those of all regions, or of the one it was fetched from.
    pub(super) fn names(&self) -> Vec<String> {
        let (region, end) = (
            &self.region,
            if self.host.rsplit_once('.').is_some_and(|(_, end)| end == "cn") { "com.cn" } else { "com" },
        );
        let mut names = vec![
            self.host.clone(),
            format!("sns-signing.{region}.amazonaws.{end}"),
            format!("sns-{region}.amazonaws.{end}"),
            "sns.amazonaws.com".to_owned(),
        ];
        // The two regions for authorities of the United States have one between them.
        names.extend(region.starts_with("us-gov-").then(|| "sns-us-gov-west-1.amazonaws.com".to_owned()));
        names
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn only_addresses_of_sns_are_read() {
        for good in [
            "https://sns.eu-west-2.amazonaws.com/SimpleNotificationService-0123abcd.pem",
            "https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-0123abcd.pem",
        ] {
            assert!(Address::of_certificate(good).is_some(), "{good}");
        }
        for bad in [
            "http://sns.eu-west-2.amazonaws.com/a.pem",
            "https://sns.eu-west-2.amazonaws.com.evil.example/a.pem",
            "https://sns.eu-west-2.amazonaws.com@evil.example/a.pem",
            "https://user@sns.eu-west-2.amazonaws.com/a.pem",
            "https://:word@sns.eu-west-2.amazonaws.com/a.pem",
            "https://sns.eu-west-2.amazonaws.com:8443/a.pem",
            "https://sns.eu-west-2.amazonaws.com:443/a.pem",
            "https://sns.evil.example/a.pem",
            "https://evil-sns.eu-west-2.amazonaws.com/a.pem",
            "https://sns.a.b.amazonaws.com/a.pem",
            "https://sns..amazonaws.com/a.pem",
            "https://sns.eu-west-2.amazonaws.com./a.pem",
            "https://sns.eu-west-2.amazonaws.com\\.evil.example/a.pem",
            "https://sns.eu-west-2\t.amazonaws.com/a.pem",
            " https://sns.eu-west-2.amazonaws.com/a.pem",
            "https://SNS.eu-west-2.amazonaws.com/a.pem",
            "https://sns.eu-west-2.amazonaws.com/a.pem?x=y",
            "https://sns.eu-west-2.amazonaws.com/a.pem#x",
            "https://sns.eu-west-2.amazonaws.com/a.txt",
            "https://sns.eu-west-2.amazonaws.com/../a.pem",
            "https://s3.eu-west-2.amazonaws.com/a.pem",
            "https://eu-west-2.amazonaws.com/sns./a.pem",
            "//sns.eu-west-2.amazonaws.com/a.pem",
            "",
        ] {
            assert_eq!(Address::of_certificate(bad), None, "{bad}");
        }
    }
}
