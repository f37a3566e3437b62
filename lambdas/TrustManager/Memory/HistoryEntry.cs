using System.Text.Json.Serialization;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Memory;

/// <summary>Something that was done to a directory, or happened to it.</summary>
/// <param name="At">The moment for which it was decided.</param>
/// <param name="What">For example <c>registered 'Agency Root CA' (c-0123456789) for smart card sign-in</c>.</param>
/// <param name="Why">For example <c>its sources list it</c>.</param>
/// <param name="Request">Id of the CloudFormation request or of the invocation.</param>
public sealed record HistoryEntry(DateTimeOffset At, string What, string Why, string Request)
{
    /// <summary>
    /// Longest text of an entry, in characters: ten names with their thumbprints and places. Keys of objects, and names
    /// in certificates, are as long as their writer chose.
    /// </summary>
    private const int MaxText = 2000;

    public string What { get; init; } = Printable.Truncate(What, MaxText);

    public string Why { get; init; } = Printable.Truncate(Why, MaxText);

    /// <summary>
    /// Who asked for it: an ARN that STS vouches for, or <c>self-reported</c>; null where no operator asked.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? By { get; init; }

    /// <summary>
    /// True for what was seen in a source and not done. Anyone who may write to a source bucket causes such entries, so
    /// that only <see cref="TrustMemory.MaxNotices"/> of them are kept, and none pushes out what was done.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsNotice { get; init; }

    /// <summary>One line for a person.</summary>
    public string Describe() =>
        $"{At:u}  {What}: {Why} ({Request}{(By is null ? "" : $", asked by: {By}")})";
}
