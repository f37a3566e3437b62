namespace Infra.Local.Lambda;

/// <summary>Limits of the service (AWS Lambda developer guide, "Lambda quotas").</summary>
public static class LambdaLimits
{
    /// <summary>Largest event of an invocation, in bytes: 6 MB.</summary>
    public const int MaxRequestBytes = 6 * 1024 * 1024;

    /// <summary>Largest answer of an invocation, in bytes: the number in Lambda's own <c>Function.ResponseSizeTooLarge</c> message.</summary>
    public const int MaxResponseBytes = 6_291_556;

    /// <summary>All variables of a function together, names and values, in bytes: 4 KB.</summary>
    public const int MaxEnvironmentBytes = 4096;

    /// <summary>Longest timeout, in seconds.</summary>
    public const int MaxTimeoutSeconds = 900;

    /// <summary>Least memory, in MB.</summary>
    public const int MinMemoryMegabytes = 128;

    /// <summary>Most memory, in MB.</summary>
    public const int MaxMemoryMegabytes = 10_240;
}
