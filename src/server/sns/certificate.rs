use std::time::Duration;

use chrono::{DateTime, Utc};
use rustls_pki_types::{CertificateDer, ServerName, TrustAnchor, UnixTime, pem::PemObject};
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, KeyUsage, ring::RSA_PKCS1_2048_8192_SHA256};

use super::{Address, NotBelieved};

/// More certificates are no chain.
const MOST: usize = 5;
/// "Where the issuer's certificate is" within a certificate, up to the length of the address: the access method 1.3.6.1.5.5.7.48.2
/// and a uniform resource identifier (RFC 5280, 4.2.2.1 and 4.2.1.6), in DER.
const ISSUER_AT: &[u8] = &[0x06, 0x08, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02, 0x86];

/// A certificate and those that came with it.
#[derive(Debug)]
pub(super) struct Chain {
    own: CertificateDer<'static>,
    above: Vec<CertificateDer<'static>>,
}

impl Chain {
    /// Reads a file in PEM: the certificate itself comes first.
    pub(super) fn read(file: &[u8]) -> Result<Self, String> {
        let all: Result<Vec<CertificateDer<'static>>, _> = CertificateDer::pem_slice_iter(file).take(MOST).collect();
        let mut all = all.map_err(|error| error.to_string())?.into_iter();
        let own = all.next().ok_or("there is none in the file")?;
        Ok(Self { own, above: all.collect() })
    }

    /// Where the certificate is that vouches for this one, if none came with it: on the server of Amazon's authority. It comes
    /// without encryption, and holds only if it leads to an authority that is trusted.
    pub(super) fn issuer_at(&self) -> Option<String> {
        let der: &[u8] = &self.own;
        let from = der.windows(ISSUER_AT.len()).position(|part| part == ISSUER_AT)? + ISSUER_AT.len();
        let length = usize::from(*der.get(from)?);
        let url = std::str::from_utf8(der.get(from + 1..=from + length)?).ok()?;
        let (name, file) = url.strip_prefix("http://crt.")?.split_once(".amazontrust.com/")?;
        let plain = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let (file, end) = file.rsplit_once('.')?;
        let is_one = plain(name) && plain(file) && ["cer", "crt"].contains(&end);
        (is_one && length < 0x80 && self.above.is_empty()).then(|| url.to_owned())
    }

    pub(super) fn add(&mut self, above: CertificateDer<'static>) {
        self.above.push(above);
    }

    /// Whether it was issued to SNS, and an authority that is trusted vouches for it at this instant.
    pub(super) fn is_of_sns(
        &self,
        at: &Address,
        anchors: &[TrustAnchor<'static>],
        now: DateTime<Utc>,
    ) -> Result<(), NotBelieved> {
        self.trusted(at, anchors, now).map(|_| ())
    }

    /// Whether the holder of this certificate signed these octets.
    pub(super) fn verify(
        &self,
        signed: &[u8],
        signature: &[u8],
        at: &Address,
        anchors: &[TrustAnchor<'static>],
        now: DateTime<Utc>,
    ) -> Result<(), NotBelieved> {
        let own = self.trusted(at, anchors, now)?;
        own.verify_signature(RSA_PKCS1_2048_8192_SHA256, signed, signature).map_err(|_| NotBelieved::Signature)
    }

    fn trusted(
        &self,
        at: &Address,
        anchors: &[TrustAnchor<'static>],
        now: DateTime<Utc>,
    ) -> Result<EndEntityCert<'_>, NotBelieved> {
        let wrong = |error: webpki::Error| NotBelieved::Certificate(error.to_string());
        let own = EndEntityCert::try_from(&self.own).map_err(wrong)?;
        let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
        let time = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
        let usage = KeyUsage::server_auth();
        own.verify_for_usage(ALL_VERIFICATION_ALGS, anchors, &self.above, time, usage, None, None).map_err(wrong)?;
        let is_theirs = |name: &String| {
            ServerName::try_from(name.as_str()).is_ok_and(|name| own.verify_is_valid_for_subject_name(&name).is_ok())
        };
        if !at.names().iter().any(is_theirs) {
            return Err(NotBelieved::Certificate("it was issued to someone else".into()));
        }
        Ok(own)
    }
}
