namespace Infra.TrustManager.Sources;

/// <summary>What one source gave: texts that should hold CA certificates, and what could not be read.</summary>
/// <param name="Problems">With one of these nothing is known of the source: nothing may follow it.</param>
public sealed record SourceReading(IReadOnlyList<(string Source, string Pem)> Texts, IReadOnlyList<string> Problems)
{
    /// <summary>
    /// Objects of a bucket, each on its own: anyone who may write there could otherwise stop what the others are for.
    /// </summary>
    public IReadOnlyList<ObjectReading> Objects { get; init; } = [];

    public static SourceReading Of(string source, string pem) => new([(source, pem)], []);

    public static SourceReading Of(IReadOnlyList<ObjectReading> objects) => new([], []) { Objects = objects };

    public static SourceReading Failed(string problem) => new([], [problem]);
}
