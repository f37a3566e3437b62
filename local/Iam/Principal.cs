namespace Infra.Local.Iam;

/// <summary>Who makes a call.</summary>
public abstract record Principal
{
    private Principal()
    {
    }

    /// <summary>Any access key that belongs to no role of a stack: the account's administrator, allowed everything that no policy denies.</summary>
    public sealed record Administrator(string AccountId) : Principal;

    /// <summary>A role of a deployed template, through the credential made for it.</summary>
    public sealed record Role(string Arn, string AccountId) : Principal
    {
        /// <summary>Name of the session, which the caller of AssumeRole chose; policies here do not see it.</summary>
        public string Session { get; init; } = "";
    }

    /// <summary>An AWS service that acts for a resource, such as <c>acm-pca.amazonaws.com</c> for one CA.</summary>
    public sealed record Service(string Name, string SourceArn, string SourceAccount) : Principal;

    /// <summary>A request without a signature.</summary>
    public sealed record Anonymous : Principal;
}
