using Infra.Local.Account;
using Infra.Local.Clock;
using Infra.Local.CloudFormation.Resources.Logs;
using Infra.Local.Iam;

namespace Infra.Local.Lambda;

/// <summary>What functions are deployed into.</summary>
public sealed record LambdaHost
{
    public required AwsAccount Account { get; init; }

    /// <summary>Where the functions' AWS clients send their calls; asked when a process starts, since the port may be chosen late.</summary>
    public required Func<Uri> Endpoint { get; init; }

    /// <summary>Decides who may invoke and whether a role may write its log.</summary>
    public required IAccessControl Access { get; init; }

    /// <summary>Credentials of the functions' roles.</summary>
    public required IExecutionRoles Roles { get; init; }

    /// <summary>Log groups of the account. Lambda makes a missing one, for which the role needs more. Default: every group exists.</summary>
    public ILogGroups? LogGroups { get; init; }

    /// <summary>
    /// The account's clock; dates log lines, brings failed events again and is what functions see. It does not limit
    /// invocations. Default: one of its own, which nobody moves.
    /// </summary>
    public LocalClock Clock { get; init; } = new();

    /// <summary>Variables that every new process gets besides its function's own; asked when it starts. Default: none.</summary>
    public Func<IReadOnlyDictionary<string, string>> AddedVariables { get; init; } = () => new Dictionary<string, string>();

    /// <summary>Longest initialization before it counts against the first invocation. Default: 10 seconds, as on AWS.</summary>
    public TimeSpan InitializationLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Processes of one function that has no reserved concurrency. Default: 10. AWS shares 1000 in an account; a
    /// workstation does not run a thousand processes.
    /// </summary>
    public int DefaultConcurrency { get; init; } = 10;
}
