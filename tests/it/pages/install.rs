//! On a phone's first screen, and without a connection.

use axum::http::StatusCode;
use serde_json::Value;

both! {
    async fn the_manifest_carries_the_name_of_the_site_and_icons_that_are_there(town: Town) {
        let town = town.with_settings(&[("LEPTOS_SITE_ROOT", "public"), ("APP_NAME", "Rovers \"Away\" Pool")]);
        let mut nobody = town.browser();
        let answer = nobody.get("/manifest.webmanifest").await;
        assert_eq!(answer.headers["content-type"], "application/manifest+json");
        let manifest: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!((&manifest["name"], &manifest["start_url"]), (&"Rovers \"Away\" Pool".into(), &"/".into()));
        let icons: Vec<&str> = manifest["icons"].as_array().unwrap().iter().filter_map(|icon| icon["src"].as_str()).collect();
        assert_eq!(icons.len(), 3);
        for file in icons.into_iter().chain(["/icon-180.png"]) {
            let icon = nobody.request(axum::http::Method::HEAD, file).body(axum::body::Body::empty()).unwrap();
            assert_eq!(nobody.send(icon).await.status, StatusCode::OK, "{file}");
        }
    }

    async fn the_offline_page_holds_nothing_of_anybody_and_the_worker_finds_its_styles(town: Town) {
        let page = town.browser().get("/offline").await;
        assert_eq!((page.status, page.count("nav"), page.count("link[rel=stylesheet]")), (StatusCode::OK, 0, 1));
        // The pattern by which public/sw.js finds them.
        let styles = page.body.split("/pkg/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        assert_eq!(std::path::Path::new(styles).extension().unwrap(), "css", "{styles}");
    }

    async fn the_style_guide_is_for_development(town: Town) {
        let page = town.browser_of(&town.asha).await.get("/styleguide").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.count("section[aria-label]") >= 15);
        let key = "0123456789abcdef0123456789abcdef";
        let town = town.with_settings(&[("APP_URL", "https://tickets.example.org"), ("MAIL_ENABLED", "true"), ("SECRET_KEY", key)]);
        assert_eq!(town.browser_of(&town.asha).await.get("/styleguide").await.status, StatusCode::NOT_FOUND);
    }
}
