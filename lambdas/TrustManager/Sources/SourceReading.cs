namespace Infra.TrustManager.Sources;

/// <summary>What one source gave: texts that should hold CA certificates, and what could not be read.</summary>
public sealed record SourceReading(IReadOnlyList<(string Source, string Pem)> Texts, IReadOnlyList<string> Problems)
{
    public static SourceReading Of(string source, string pem) => new([(source, pem)], []);

    public static SourceReading Failed(string problem) => new([], [problem]);
}
