namespace Infra.Local.Iam.Decisions;

/// <summary>What the policies say to one request.</summary>
/// <param name="IsAllowed">Whether it may go on.</param>
/// <param name="Because">End of the sentence "… is not authorized to perform …", in AWS's words; empty when allowed.</param>
public sealed record AccessDecision(bool IsAllowed, string Because)
{
    public static AccessDecision Allowed { get; } = new(true, "");

    public static AccessDecision Denied(string because) => new(false, because);
}
