namespace Infra.Local.Notifications;

/// <summary>Who gets the messages of a topic.</summary>
/// <param name="Arn">The topic's ARN and an id.</param>
/// <param name="Protocol">For example <c>email</c>.</param>
/// <param name="Endpoint">For example a mail address.</param>
public sealed record Subscription(string Arn, string Protocol, string Endpoint)
{
    /// <summary>The protocol whose deliveries are recorded; any other delivers nothing here.</summary>
    public const string Email = "email";
}
