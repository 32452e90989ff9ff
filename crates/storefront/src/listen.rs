//! Accepting connections: what `axum::serve` does, with limits on how long a client may take to say what it wants, and on
//! how much of it is heard.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower::ServiceExt as _;
use tower_http::timeout::TimeoutBody;

/// How long a client may take.
#[derive(Clone, Copy, Debug)]
struct Patience {
    /// For the head of a request; also how long an idle connection is kept for the next one.
    head: Duration,
    /// Between two pieces of a body. How long all of it may take is for the router to say.
    body: Duration,
}

const PATIENCE: Patience = Patience { head: Duration::from_secs(15), body: Duration::from_secs(10) };

/// The longest head that is read, in bytes, and the most header lines; more is answered with 431.
const HEAD: (usize, usize) = (32 * 1024, 64);
/// Requests that run at the same time on one HTTP/2 connection.
const STREAMS: u32 = 64;

/// Serves until `stopped` turns true, then lets running requests end.
pub(crate) async fn serve(listener: TcpListener, app: Router, stopped: watch::Receiver<bool>) {
    serve_with(listener, app, stopped, PATIENCE).await;
}

async fn serve_with(listener: TcpListener, app: Router, mut stopped: watch::Receiver<bool>, patience: Patience) {
    let (bytes, lines) = HEAD;
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(patience.head).max_headers(lines).max_buf_size(bytes);
    let mut http2 = builder.http2();
    http2.timer(TokioTimer::new()).keep_alive_interval(patience.head).keep_alive_timeout(patience.head);
    http2.max_concurrent_streams(STREAMS).max_header_list_size(u32::try_from(bytes).unwrap_or(u32::MAX));
    let connections = GracefulShutdown::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            // An error means that the sender is gone, which is a stop as well.
            _ = stopped.wait_for(|stop| *stop) => break,
        };
        let (stream, peer): (_, SocketAddr) = match accepted {
            Ok(connection) => connection,
            Err(error) => {
                // Out of file descriptors, most likely: waiting lets some of them go.
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        // Small answers should leave at once; where that cannot be set they leave a little later.
        let _ = stream.set_nodelay(true);
        let app = app.clone();
        let service = hyper::service::service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(|body| axum::body::Body::new(TimeoutBody::new(patience.body, body)));
            request.extensions_mut().insert(ConnectInfo(peer));
            app.clone().oneshot(request)
        });
        let connection = connections.watch(builder.serve_connection(TokioIo::new(stream), service).into_owned());
        // How a connection ends is the client's business.
        tokio::spawn(async move { drop(connection.await) });
    }
    drop(listener);
    connections.shutdown().await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Bytes;
    use axum::routing::post;
    use std::time::Instant;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpStream;

    /// A server of little patience that answers with what it was sent.
    async fn talk(send: &str) -> (String, Duration) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let app = Router::new().route("/", post(async |body: Bytes| body));
        let (_stop, stopped) = watch::channel(false);
        let short = Duration::from_millis(200);
        tokio::spawn(serve_with(listener, app, stopped, Patience { head: short, body: short }));
        let mut stream = TcpStream::connect(address).await.unwrap();
        let started = Instant::now();
        stream.write_all(send.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        let read = tokio::time::timeout(Duration::from_secs(20), stream.read_to_end(&mut answer)).await;
        assert!(read.is_ok(), "the connection was never closed");
        (String::from_utf8_lossy(&answer).into_owned(), started.elapsed())
    }

    #[tokio::test]
    async fn a_client_that_does_not_finish_its_head_is_cut_off() {
        let (answer, took) = talk("POST / HTTP/1.1\r\nhost: x\r\nx-slow: ").await;
        assert!(!answer.contains("200 OK"), "{answer}");
        assert!(took >= Duration::from_millis(190), "{took:?}");
    }

    #[tokio::test]
    async fn a_client_that_does_not_finish_its_body_is_cut_off() {
        let (answer, _) = talk("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc").await;
        assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
    }

    #[tokio::test]
    async fn a_head_that_is_too_long_is_refused() {
        let lines: String = (0..70).map(|line| format!("x-{line}: 1\r\n")).collect();
        let long = format!("x-long: {}\r\n", "a".repeat(40 * 1024));
        for head in [lines, long] {
            let (answer, _) = talk(&format!("POST / HTTP/1.1\r\nhost: x\r\n{head}content-length: 0\r\n\r\n")).await;
            assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
        }
        let (answer, _) = talk("POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 2\r\n\r\nhi").await;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("hi"), "{answer}");
    }
}
