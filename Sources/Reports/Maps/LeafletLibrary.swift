import Foundation
import Workspace

/// Leaflet (BSD 2-Clause) as the system's package installs it, to be put into the page whole.
struct LeafletLibrary: Sendable {
  /// Its program.
  let script: String
  /// Its style, without the pictures that it would load.
  let style: String
  /// What identifies it.
  let tool: Manifest.Tool

  /// Where packages put it: Debian's libjs-leaflet, npm's global folders.
  private static let folders = [
    "/usr/share/javascript/leaflet", "/usr/local/lib/node_modules/leaflet/dist",
    "/opt/homebrew/lib/node_modules/leaflet/dist",
  ]

  /// The installed library; nil where there is none, and then the page has no interactive map.
  static let installed: LeafletLibrary? = folders.lazy.compactMap { LeafletLibrary($0) }.first

  private init?(_ folder: String) {
    func read(_ names: [String]) -> String? {
      names.lazy.compactMap { try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
        .first
    }
    guard let script = read(["leaflet.min.js", "leaflet.js"]), let style = read(["leaflet.css"])
    else { return nil }
    // Minified copies come without the notice that the licence asks for.
    self.script =
      Self.notice
      + script.replacing(/\/\/# sourceMappingURL=\S*/, with: "")
      .replacing("</script", with: "<\\/script")
    self.style = style.replacing(/url\([^)]*\)/, with: "none")
    let version =
      script.firstMatch(of: /version[:=]\s*"([0-9.]+)/)?.1
      ?? script.firstMatch(of: /Leaflet ([0-9][0-9.]*)/)?.1
    let hash = SHA256Digest.hexadecimal(of: script).prefix(16)
    tool = Manifest.Tool(
      name: "leaflet", version: "\(version.map(String.init) ?? "unknown") (\(hash))")
  }

  private static let notice = """
    /* Leaflet. Copyright (c) 2010-2019, Vladimir Agafonkin. Copyright (c) 2010-2011, CloudMade.
    All rights reserved. Redistribution and use in source and binary forms, with or without
    modification, are permitted provided that the following conditions are met:
    1. Redistributions of source code must retain the above copyright notice, this list of
    conditions and the following disclaimer. 2. Redistributions in binary form must reproduce the
    above copyright notice, this list of conditions and the following disclaimer in the
    documentation and/or other materials provided with the distribution.
    THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR
    IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY
    AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR
    CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
    CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
    SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY
    THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR
    OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
    POSSIBILITY OF SUCH DAMAGE. */

    """
}
