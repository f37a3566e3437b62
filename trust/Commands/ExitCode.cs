namespace Infra.Trust.Commands;

/// <summary>How the program ends, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>The function answered, and did what was asked.</summary>
    public const int Fulfilled = 0;

    /// <summary>There is no answer: the command line, the credentials, the search or the function failed.</summary>
    public const int NoAnswer = 1;

    /// <summary>The function answered, and says that it refused or failed.</summary>
    public const int Refused = 2;

    /// <summary>Ctrl+C, as shells have it.</summary>
    public const int Interrupted = 130;
}
