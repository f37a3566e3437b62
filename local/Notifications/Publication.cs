namespace Infra.Local.Notifications;

/// <summary>A message on its way to a topic.</summary>
/// <param name="TopicArn">Where to.</param>
/// <param name="Subject">Null for none.</param>
/// <param name="Text">The message itself.</param>
public sealed record Publication(string TopicArn, string? Subject, string Text);
