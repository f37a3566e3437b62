namespace Infra.TrustManager.Messages;

/// <summary>What a person is told by mail or chat.</summary>
/// <param name="Key">What it is about: the same trouble at the same level has the same key, and is sent once.</param>
/// <param name="Subject">One line of ASCII, at most 100 characters: SNS takes no more.</param>
/// <param name="Text">What happened, the value seen, what to do next. At most 256 KB; no certificate bodies.</param>
public sealed record Message(string Key, string Subject, string Text);
