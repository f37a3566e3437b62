namespace Infra.Local.Lambda;

/// <summary>A deployed function as its template describes it.</summary>
public sealed record FunctionConfiguration
{
    public required string Name { get; init; }

    /// <summary>ARN without a version.</summary>
    public required string Arn { get; init; }

    /// <summary>Directory of the unpacked asset; <c>/var/task</c> on AWS.</summary>
    public required string TaskRoot { get; init; }

    /// <summary>With <c>dotnet10</c> the assembly name; <c>provided.al2023</c> only passes it on.</summary>
    public required string Handler { get; init; }

    /// <summary>For example <c>provided.al2023</c>.</summary>
    public required string Runtime { get; init; }

    public required string RoleArn { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>. Default: <c>x86_64</c>, as on AWS.</summary>
    public string Architecture { get; init; } = "x86_64";

    public string Description { get; init; } = "";

    /// <summary>Variables of the template. Default: none; all together at most 4 KB.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Longest invocation, 1 to 900 seconds. Default: 3 seconds, as on AWS.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>128 to 10240. Default: 128, as on AWS. Functions are told it; nothing here enforces it.</summary>
    public int MemoryMegabytes { get; init; } = 128;

    /// <summary>Invocations at a time; null for <see cref="LambdaHost.DefaultConcurrency"/>.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>Log group. Default on AWS: <c>/aws/lambda/</c> and the name.</summary>
    public required string LogGroup { get; init; }

    public DateTimeOffset LastModified { get; init; }
}
