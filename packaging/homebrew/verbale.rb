class Verbale < Formula
  desc "Compares statements: what changed in wording and in figures"
  homepage "@REPOSITORY@"
  version "@VERSION@"
  license all_of: [{ any_of: ["MIT", "Apache-2.0"] }, "CC-BY-SA-4.0"]

  on_macos do
    on_arm do
      url "@REPOSITORY@/releases/download/v@VERSION@/verbale-aarch64-apple-darwin.tar.gz"
      sha256 "@SHA256_aarch64-apple-darwin.tar.gz@"
    end
    on_intel do
      url "@REPOSITORY@/releases/download/v@VERSION@/verbale-x86_64-apple-darwin.tar.gz"
      sha256 "@SHA256_x86_64-apple-darwin.tar.gz@"
    end
  end

  on_linux do
    on_arm do
      url "@REPOSITORY@/releases/download/v@VERSION@/verbale-aarch64-unknown-linux-musl.tar.gz"
      sha256 "@SHA256_aarch64-unknown-linux-musl.tar.gz@"
    end
    on_intel do
      url "@REPOSITORY@/releases/download/v@VERSION@/verbale-x86_64-unknown-linux-musl.tar.gz"
      sha256 "@SHA256_x86_64-unknown-linux-musl.tar.gz@"
    end
  end

  def install
    bin.install "verbale"
    generate_completions_from_executable(bin/"verbale", "completions")
  end

  test do
    (testpath/"old.txt").write "We cleared more than 140 mines."
    (testpath/"new.txt").write "We cleared more than 200 mines."
    assert_match "floor +60", shell_output("#{bin}/verbale diff old.txt new.txt", 1)
  end
end
