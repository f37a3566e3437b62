namespace Infra.Trust.Functions;

/// <summary>The function could not be asked, or did not answer; the message tells a person what to do.</summary>
public sealed class NoAnswerException(string message, Exception? inner = null) : Exception(message, inner);
