namespace Infra.Cdk.Configuration;

/// <summary>Settings of the Lambda functions.</summary>
public sealed record FunctionSettings
{
    /// <summary>The runtime that AWS patches; the other one carries .NET in the package.</summary>
    public const string ManagedRuntime = "dotnet10";

    public required string Runtime { get; init; }

    /// <summary>Whether AWS patches the runtime.</summary>
    public bool IsManaged => Runtime == ManagedRuntime;

    public required string Architecture { get; init; }

    public required int MemoryMegabytes { get; init; }

    /// <summary>Invocations at once, kept and at most; null shares the account's.</summary>
    public int? ReservedConcurrency { get; init; }

    public required int LogRetentionDays { get; init; }
}
