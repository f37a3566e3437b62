namespace Infra.CrlResponder.Answers;

/// <summary>One HTTP answer; the body is either text or bytes that are base64 already.</summary>
public sealed record Answer(int StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    public string Text { get; init; } = "";

    /// <summary>Body in base64, ready to be sent; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Base64Body { get; init; }

    /// <summary>The same answer to HEAD (RFC 9110 section 9.3.2).</summary>
    public Answer WithoutBody() => this with { Text = "", Base64Body = default };
}
