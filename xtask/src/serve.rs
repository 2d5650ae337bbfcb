//! `serve`: sets up, builds the release and serves it on this machine.
use crate::{build, http, paths};

const USAGE: &str = "`serve` takes `--port N` and nothing else.";
const PORT: u16 = 8080;

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    let wished = parse(args)?;
    build::make()?;
    let listener = http::listen(wished)
        .map_err(|error| format!("no port of this machine can be listened on ({error}); try `--port N`."))?;
    let port = listener.local_addr().map_or(wished, |address| address.port());
    if port != wished {
        println!("Port {wished} is taken. Another port is another origin: what was entered there is not seen here.");
    }
    println!("Buku KUBE is at http://localhost:{port}/ (Ctrl+C ends it)");
    http::serve(&listener, paths::dist());
    Ok(())
}

fn parse(args: &[String]) -> Result<u16, String> {
    match args {
        [] => Ok(PORT),
        [flag, port] if flag == "--port" => {
            port.parse().map_err(|_| format!("`{port}` is not a port; take a number from 1 to 65535."))
        }
        _ => Err(USAGE.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn the_port_is_a_number() {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(parse(&[]), Ok(8080));
        assert_eq!(parse(&words("--port 3000")), Ok(3000));
        assert!(parse(&words("--port")).is_err());
        assert!(parse(&words("--port x")).is_err());
        assert!(parse(&words("3000")).is_err());
    }
}
