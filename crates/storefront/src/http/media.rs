//! Product pictures: `GET /media/products/{hash}-{width}.webp`, straight from the data directory.
//!
//! A file's name is the digest of its content, so an answer may be kept for ever.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::http::header::{self, HeaderValue};
use axum::middleware;
use axum::response::Response;
use tower_http::services::ServeDir;

use super::AppState;
use crate::config::Config;

/// The public path of the pictures' folder.
pub const PATH: &str = "/media/products";

/// The folder that holds the pictures.
#[must_use]
pub fn folder(data_dir: &Path) -> PathBuf {
    data_dir.join("media").join("products")
}

pub(super) fn router(config: &Config) -> Router<AppState> {
    let files = ServeDir::new(folder(&config.data_dir)).append_index_html_on_directories(false);
    Router::new().nest_service(PATH, files).layer(middleware::map_response(kept))
}

async fn kept(mut response: Response) -> Response {
    if response.status().is_success() || response.status() == axum::http::StatusCode::NOT_MODIFIED {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    }
    response
}
