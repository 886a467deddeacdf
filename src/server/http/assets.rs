//! Style, script and wasm: their names, known from the start.

use std::{fs, io::ErrorKind, path::Path};

use serde::Deserialize;

use crate::server::owner_only::kept_from;

/// Below the root of the site.
const MANIFEST: &str = "pkg/manifest.json";

/// File names below `/pkg/`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Assets {
    pub css: String,
    pub js: String,
    pub wasm: String,
    /// Loads the wasm where a page holds an island.
    pub boot: String,
    /// Continues signing in by itself in the browser that asked.
    #[serde(rename = "continue")]
    pub carry_on: String,
    /// Keeps a form from being sent twice; reads a file into its text field.
    pub forms: String,
    /// Shows the review over the board.
    pub review: String,
    /// Checks a draw on this device: the button, the worker behind it, and the worker's own wasm with its script.
    pub check: String,
    pub check_worker: String,
    pub checker_js: String,
    pub checker_wasm: String,
    /// What the worker loads besides, where signatures are checked.
    pub proof_js: String,
    pub proof_wasm: String,
    /// What it loads where a record says what happened after the result.
    pub replay_js: String,
    pub replay_wasm: String,
}

impl Default for Assets {
    /// The names without hashes, as cargo-leptos builds them; the small scripts then stand at the top.
    fn default() -> Self {
        Self {
            css: "/pkg/ticket-pool.css".into(),
            js: "/pkg/ticket-pool.js".into(),
            wasm: "/pkg/ticket-pool.wasm".into(),
            boot: "/boot.js".into(),
            carry_on: "/continue.js".into(),
            forms: "/forms.js".into(),
            review: "/review.js".into(),
            check: "/check.js".into(),
            check_worker: "/check-worker.js".into(),
            checker_js: "/pkg/checker.js".into(),
            checker_wasm: "/pkg/checker.wasm".into(),
            proof_js: "/pkg/proof.js".into(),
            proof_wasm: "/pkg/proof.wasm".into(),
            replay_js: "/pkg/replay.js".into(),
            replay_wasm: "/pkg/replay.wasm".into(),
        }
    }
}

/// Why no page can be shown whole: nothing was built where the settings say, or it may not be read; `None`: it was.
pub fn not_built(site_root: &Path) -> Option<String> {
    let refused = |path: &Path| {
        let why = kept_from(path);
        Some(format!("{why}; let that user read it and all below (chown, or chmod -R a+rX), or set LEPTOS_SITE_ROOT"))
    };
    // With the dot: whoever may not enter a folder is still told that it is there.
    let (inside, manifest) = (site_root.join("pkg/."), site_root.join(MANIFEST));
    match (fs::metadata(inside), fs::File::open(&manifest)) {
        (Err(error), _) if error.kind() == ErrorKind::PermissionDenied => refused(&site_root.join("pkg")),
        (Err(_), _) => {
            Some(format!("{}/pkg is not there: run script/build first, or set LEPTOS_SITE_ROOT", site_root.display()))
        }
        (Ok(_), Err(error)) if error.kind() == ErrorKind::PermissionDenied => refused(&manifest),
        (Ok(_), _) => None,
    }
}

impl Assets {
    /// Reads `pkg/manifest.json`; without one the names have no hashes.
    ///
    /// # Errors
    /// A manifest that cannot be read as one.
    pub fn read(site_root: &Path) -> Result<Self, String> {
        let file = site_root.join(MANIFEST);
        let Ok(text) = fs::read_to_string(&file) else { return Ok(Self::default()) };
        let named: Self = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        let below_pkg = |name: String| if name.starts_with('/') { name } else { format!("/pkg/{name}") };
        Ok(Self {
            css: below_pkg(named.css),
            js: below_pkg(named.js),
            wasm: below_pkg(named.wasm),
            boot: below_pkg(named.boot),
            carry_on: below_pkg(named.carry_on),
            forms: below_pkg(named.forms),
            review: below_pkg(named.review),
            check: below_pkg(named.check),
            check_worker: below_pkg(named.check_worker),
            checker_js: below_pkg(named.checker_js),
            checker_wasm: below_pkg(named.checker_wasm),
            proof_js: below_pkg(named.proof_js),
            proof_wasm: below_pkg(named.proof_wasm),
            replay_js: below_pkg(named.replay_js),
            replay_wasm: below_pkg(named.replay_wasm),
        })
    }
}
