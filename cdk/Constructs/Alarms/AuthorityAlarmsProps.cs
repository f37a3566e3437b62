using Infra.Cdk.Constructs.Notifications;

namespace Infra.Cdk.Constructs.Alarms;

/// <summary>What <see cref="AuthorityAlarms"/> need to know.</summary>
public sealed record AuthorityAlarmsProps
{
    public required string AuthorityArn { get; init; }

    /// <summary>Last part of the ARN.</summary>
    public required string AuthorityId { get; init; }

    /// <summary>What people call it, in the middle of a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>What to type, a command a line, to have the CA's certificate in <c>ca.cer</c>.</summary>
    public required string Download { get; init; }

    /// <summary>
    /// Where the certificate belongs in Active Directory besides <c>NTAuthCA</c>: <c>RootCA</c> or <c>SubCA</c>.
    /// </summary>
    public required string Store { get; init; }

    /// <summary>When the function runs.</summary>
    public required string Schedule { get; init; }

    /// <summary>Who is told; null when nobody is.</summary>
    public NotificationChannel? Tells { get; init; }
}
