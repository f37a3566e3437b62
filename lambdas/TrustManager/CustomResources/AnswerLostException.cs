namespace Infra.TrustManager.CustomResources;

/// <summary>An answer did not reach CloudFormation; thrown to Lambda, which repeats an event that failed.</summary>
public sealed class AnswerLostException(string message) : Exception(message);
