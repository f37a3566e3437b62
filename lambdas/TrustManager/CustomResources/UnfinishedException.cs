namespace Infra.TrustManager.CustomResources;

/// <summary>
/// The work goes on where it stands when the event comes again: nobody is answered, and Lambda repeats the event.
/// </summary>
public sealed class UnfinishedException(string message) : Exception(message);
