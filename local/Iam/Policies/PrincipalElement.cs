using System.Text.RegularExpressions;

namespace Infra.Local.Iam.Policies;

/// <summary>A <c>Principal</c> or <c>NotPrincipal</c> element.</summary>
/// <param name="Negated">True for <c>NotPrincipal</c>.</param>
/// <param name="Everyone">It has <c>"*"</c> or <c>{"AWS": "*"}</c>, which mean the same: services and unsigned requests too.</param>
/// <param name="Aws">Account ids and ARNs of accounts and roles.</param>
/// <param name="Services">Service principals such as <c>acm-pca.amazonaws.com</c>.</param>
public sealed partial record PrincipalElement(
    bool Negated, bool Everyone, IReadOnlyList<string> Aws, IReadOnlyList<string> Services)
{
    /// <summary>Whether an allowing statement names this principal itself.</summary>
    /// <remarks>
    /// The account as principal hands the decision to the account's own policies; it allows none of its roles by itself
    /// (IAM user guide, "AWS account principals").
    /// </remarks>
    internal bool Allows(Principal principal) => Names(principal) != Negated;

    /// <summary>Whether a denying statement is about this principal; naming the account is about everyone in it.</summary>
    internal bool Denies(Principal principal) => (Names(principal) || NamesAccountOf(principal)) != Negated;

    private bool Names(Principal principal) => Everyone || principal switch
    {
        Principal.Administrator => NamesAccountOf(principal),
        Principal.Role role => Aws.Contains(role.Arn),
        Principal.Service service => Services.Contains(service.Name),
        _ => false,
    };

    private bool NamesAccountOf(Principal principal) => principal switch
    {
        Principal.Administrator administrator => NamesAccount(administrator.AccountId),
        Principal.Role role => NamesAccount(role.AccountId),
        _ => false,
    };

    private bool NamesAccount(string accountId) =>
        Aws.Any(name => name == accountId || (AccountRoot().Match(name) is { Success: true } root && root.Groups[1].Value == accountId));

    [GeneratedRegex("^arn:[^:]+:iam::([0-9]{12}):root$")]
    private static partial Regex AccountRoot();
}
