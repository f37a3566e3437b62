namespace Infra.Clock;

/// <summary>The clock of the local AWS cannot be read; a function that went on would decide at another time.</summary>
internal sealed class LocalClockException(string message, Exception? innerException = null)
    : Exception(message, innerException);
