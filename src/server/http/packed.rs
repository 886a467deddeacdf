//! Pages as they travel: packed in one go, since the whole document is there. A stream would have to be ready for
//! megabytes, and getting ready costs more than packing a page.

use std::cell::RefCell;

use axum::{
    body::{HttpBody, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use brotli::enc::BrotliEncoderParams;
use zstd::bulk::Compressor;

/// What is shorter fits into a packet anyway.
const WORTH_IT: u64 = 1024;

/// Of both ways: above it a page takes twice as long, for one byte in twenty.
const LEVEL: i32 = 3;

/// Zstandard (RFC 8878) where the browser knows it, else Brotli (RFC 7932).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Zstd,
    Brotli,
}

impl Way {
    /// The best one that the browser accepts (RFC 9110, 12.5.3).
    fn accepted(headers: &HeaderMap) -> Option<Self> {
        let accepts = |name: &str| {
            let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
            lines.flat_map(|line| line.split(',')).any(|coding| {
                let (coding, weight) = coding.split_once(';').unwrap_or((coding, ""));
                let weight = weight.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse::<f32>);
                coding.trim().eq_ignore_ascii_case(name) && weight.is_ok_and(|weight| weight > 0.0)
            })
        };
        [Self::Zstd, Self::Brotli].into_iter().find(|way| accepts(way.name()))
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Zstd => "zstd",
            Self::Brotli => "br",
        }
    }

    fn pack(self, page: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Zstd => ZSTD.with_borrow_mut(|zstd| zstd.as_mut()?.compress(page).ok()),
            Self::Brotli => {
                let mut packed = Vec::with_capacity(page.len() / 4);
                // The window need not be larger than the page, and the encoder makes room for as much.
                let params =
                    BrotliEncoderParams { quality: LEVEL, lgwin: 18, size_hint: page.len(), ..Default::default() };
                brotli::BrotliCompress(&mut &*page, &mut packed, &params).ok()?;
                Some(packed)
            }
        }
    }
}

thread_local! {
    static ZSTD: RefCell<Option<Compressor<'static>>> = RefCell::new(Compressor::new(LEVEL).ok());
}

/// Packs pages for browsers that accept it. What is not packed here, the layer for everything else may still do.
pub async fn packed(request: Request, next: Next) -> Response {
    let way = Way::accepted(request.headers());
    let response = next.run(request).await;
    let long = response.body().size_hint().exact().is_some_and(|length| length >= WORTH_IT);
    match way {
        Some(way) if long => pack(way, response).await,
        _ => response,
    }
}

async fn pack(way: Way, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    // It is there already: nothing is waited for.
    let Ok(page) = to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let Some(packed) = way.pack(&page) else { return Response::from_parts(parts, page.into()) };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(way.name()));
    parts.headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    Response::from_parts(parts, packed.into())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn accepting(line: &str) -> Option<Way> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, line.parse().unwrap());
        Way::accepted(&headers)
    }

    #[test]
    fn the_best_way_is_taken_that_the_browser_accepts() {
        assert_eq!(accepting("gzip, deflate, br, zstd"), Some(Way::Zstd));
        assert_eq!(accepting("gzip, deflate, br"), Some(Way::Brotli));
        assert_eq!(accepting("zstd;q=0, BR;q=0.5"), Some(Way::Brotli));
        assert_eq!(accepting("zstd; q=0.001"), Some(Way::Zstd));
        for none in ["gzip", "", "zstd;q=0", "br;q=0.0, zstd;q=x", "zstdx", "*"] {
            assert_eq!(accepting(none), None, "{none}");
        }
        assert_eq!(Way::accepted(&HeaderMap::new()), None);
    }

    #[test]
    fn what_is_packed_is_the_page() {
        let page = "<p>4, else 2, else 1</p>".repeat(5000);
        let zstd = Way::Zstd.pack(page.as_bytes()).unwrap();
        let brotli = Way::Brotli.pack(page.as_bytes()).unwrap();
        assert!(zstd.len() * 50 < page.len() && brotli.len() * 50 < page.len(), "{} {}", zstd.len(), brotli.len());
        assert_eq!(zstd::decode_all(&*zstd).unwrap(), page.as_bytes());
        let mut read = String::new();
        brotli::Decompressor::new(&*brotli, 4096).read_to_string(&mut read).unwrap();
        assert_eq!(read, page);
    }
}
