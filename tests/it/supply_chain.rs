//! What comes in from outside: which versions, from where, and that the bill of materials tells it.

use std::{path::Path, process::Command};

use serde_json::Value;

const LOCK_FILE: &str = include_str!("../../Cargo.lock");
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The lowest version of each. A crate that is there in several counts by its highest.
const FLOORS: [(&str, &str); 16] = [
    ("leptos", "0.8.23"),
    ("leptos_axum", "0.8.10"),
    // 0.8.13 may take a path for a route that is only its beginning.
    ("leptos_router", "0.8.17"),
    ("leptos_meta", "0.8.7"),
    // 0.8.12 reads a body of any length, whatever axum's limit is.
    ("server_fn", "0.8.13"),
    ("tachys", "0.2.19"),
    // 0.3.0 writes errors into a script of the page unescaped, so that one with </script> in it gets out.
    ("hydration_context", "0.3.2"),
    ("axum", "0.8.0"),
    // 0.6 has no layer that refuses forms from other sites.
    ("tower-http", "0.7.1"),
    ("sea-orm", "2.0.4"),
    ("sea-orm-migration", "2.0.4"),
    ("aws-sdk-sesv2", "1.145.0"),
    // 0.18.1 uses what the crate time keeps to itself, so that an update there can break it.
    ("cookie", "0.18.2"),
    ("argon2", "0.6.0"),
    // 0.10 brings an older cipher, aead and digest beside those of argon2 and hmac.
    ("chacha20poly1305", "0.11.0"),
    ("wasm-bindgen", "0.2.130"),
];

/// A second TLS, a second HTTP, or a library in C for either: a name, and what the version begins with. deny.toml has
/// the same, with reasons.
const FORBIDDEN: [(&str, &str); 7] = [
    ("aws-lc-rs", ""),
    ("aws-lc-sys", ""),
    ("hyper", "0.14."),
    ("native-tls", ""),
    ("openssl", ""),
    ("openssl-sys", ""),
    ("rustls", "0.21."),
];

/// A crate in the lock file. Those of this workspace have neither source nor checksum.
#[derive(Clone)]
struct Locked {
    name: String,
    version: String,
    source: Option<String>,
    checksum: Option<String>,
}

fn locked() -> Vec<Locked> {
    let value = |entry: &str, key: &str| {
        let found = entry.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'));
        found.map(str::to_owned)
    };
    let entries = LOCK_FILE.split("[[package]]\n").skip(1);
    entries
        .map(|entry| Locked {
            name: value(entry, "name").unwrap(),
            version: value(entry, "version").unwrap(),
            source: value(entry, "source"),
            checksum: value(entry, "checksum"),
        })
        .collect()
}

/// A version to compare by: three numbers, and whether it is released at last.
fn order(version: &str) -> (Vec<u64>, bool) {
    let version = version.split('+').next().unwrap();
    let (numbers, candidate) = version.split_once('-').unwrap_or((version, ""));
    (numbers.split('.').map(|number| number.parse().unwrap()).collect(), candidate.is_empty())
}

/// What is below its floor, or missing.
fn shortfalls(crates: &[Locked]) -> Vec<String> {
    let short = |(name, floor): &(&str, &str)| {
        let versions = crates.iter().filter(|locked| locked.name == *name).map(|locked| locked.version.as_str());
        match versions.max_by_key(|version| order(version)) {
            Some(highest) if order(highest) >= order(floor) => None,
            highest => Some(format!("{name}: {}, the floor is {floor}", highest.unwrap_or("missing"))),
        }
    };
    FLOORS.iter().filter_map(short).collect()
}

/// What is forbidden, or comes from elsewhere.
fn strangers(crates: &[Locked]) -> Vec<String> {
    let ours = ["allocation", "browser", "catalog", "checker", "migration", "proof", "replay", "ticket-pool"];
    let strange = |locked: &&Locked| {
        let Locked { name, version, source, checksum } = locked;
        let forbidden = FORBIDDEN.iter().any(|(second, begins)| name == second && version.starts_with(begins));
        let known = match source {
            None => ours.contains(&name.as_str()),
            Some(source) => source == CRATES_IO && checksum.is_some(),
        };
        forbidden || !known
    };
    crates.iter().filter(strange).map(|locked| format!("{} {}", locked.name, locked.version)).collect()
}

#[test]
fn the_lock_file_keeps_the_version_floors() {
    let crates = locked();
    assert_eq!(shortfalls(&crates), [""; 0]);
    let of = |name: &str| -> Vec<&str> {
        crates.iter().filter(|locked| locked.name == name).map(|locked| locked.version.as_str()).collect()
    };
    assert!(of("leptos").iter().all(|version| order(version) < order("0.9.0-rc")), "0.9 is another Leptos");
    // script/bootstrap builds the tool of this name in the version of the crate.
    assert_eq!(of("wasm-bindgen"), ["0.2.130"]);

    for (name, floor) in FLOORS {
        for older in ["0.0.9", &format!("{floor}-rc.1")] {
            let mut crates = crates.clone();
            for locked in crates.iter_mut().filter(|locked| locked.name == name) {
                older.clone_into(&mut locked.version);
            }
            assert_eq!(shortfalls(&crates), [format!("{name}: {older}, the floor is {floor}")]);
        }
    }
}

#[test]
fn no_second_tls_stack_and_no_source_but_crates_io() {
    let crates = locked();
    assert_eq!(strangers(&crates), [""; 0]);
    for only_once in ["hyper", "ring", "rustls"] {
        assert_eq!(crates.iter().filter(|locked| locked.name == only_once).count(), 1, "{only_once}");
    }

    let serde = crates.iter().find(|locked| locked.name == "serde").unwrap();
    for (name, begins) in FORBIDDEN {
        let version = format!("{begins}1");
        assert_eq!(strangers(&[Locked { name: name.into(), version, ..serde.clone() }]).len(), 1, "{name}");
    }
    for source in [None, Some("git+https://github.com/serde-rs/serde"), Some("registry+https://example.org/index")] {
        let elsewhere = Locked { source: source.map(str::to_owned), ..serde.clone() };
        assert_eq!(strangers(&[elsewhere]), [format!("serde {}", serde.version)]);
    }
    assert_eq!(strangers(&[Locked { checksum: None, ..serde.clone() }]).len(), 1);
}

#[test]
fn the_bill_of_materials_names_every_crate_that_is_shipped() {
    let folder = tempfile::tempdir().unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("script/sbom");
    let output = Command::new(script).arg(folder.path()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let file = folder.path().join("ticket-pool.cdx.json");
    assert!(said.contains(file.to_str().unwrap()), "it says where it wrote: {said}");

    let bill: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    assert_eq!(bill["bomFormat"], "CycloneDX");
    assert_eq!(bill["specVersion"], "1.6");
    assert_eq!(bill["metadata"]["component"]["name"], "ticket-pool");
    let components = bill["components"].as_array().unwrap();
    let has = |name: &str| components.iter().any(|component| component["name"] == name);

    // What Cargo.toml asks for, on the server or in the browser; some of what that brings; five parts of this workspace.
    let manifest = include_str!("../../Cargo.toml");
    let (_, asked_for) = manifest.split_once("\n[dependencies]\n").unwrap();
    let (asked_for, _) = asked_for.split_once("\n[").unwrap();
    let keys = asked_for.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    let asked_for: Vec<_> = keys.map(|line| line.split(' ').next().unwrap()).collect();
    assert!(["leptos", "sea-orm", "aws-sdk-sesv2", "wasm-bindgen"].iter().all(|name| asked_for.contains(name)));
    for name in asked_for.into_iter().chain([
        "rustls",
        "sqlx-sqlite",
        "tachys",
        "browser",
        "checker",
        "migration",
        "proof",
        "replay",
    ]) {
        assert!(has(name), "{name} is missing");
    }
    for name in ["criterion", "proptest", "scraper", "sqlx-mysql"] {
        assert!(!has(name), "{name} is not shipped");
    }

    let crates = locked();
    for component in components {
        let (name, version) = (component["name"].as_str().unwrap(), component["version"].as_str().unwrap());
        let locked = crates.iter().find(|locked| locked.name == name && locked.version == version).unwrap();
        assert!(component["licenses"][0]["expression"].as_str().is_some_and(|license| !license.is_empty()), "{name}");
        if locked.source.is_some() {
            assert_eq!(component["purl"], format!("pkg:cargo/{name}@{}", version.replace('+', "%2B")));
            assert_eq!(component["hashes"][0]["content"].as_str(), locked.checksum.as_deref(), "{name}");
        }
    }
    let known = |name: &Value| {
        *name == bill["metadata"]["component"]["bom-ref"]
            || components.iter().any(|component| component["bom-ref"] == *name)
    };
    let dependencies = bill["dependencies"].as_array().unwrap();
    assert_eq!(dependencies.len(), components.len() + 1);
    for dependency in dependencies {
        assert!(
            known(&dependency["ref"]) && dependency["dependsOn"].as_array().unwrap().iter().all(known),
            "{dependency}"
        );
    }
}
