using System.Security.Cryptography;
using System.Text;

namespace Infra.Local.Iam.Resources;

/// <summary>Ids such as <c>AROAEXAMPLE…</c>, the same for the same ARN.</summary>
internal static class UniqueId
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>21 characters, the first four of which say what kind of thing it is (IAM user guide, "Unique identifiers").</summary>
    public static string Of(string prefix, string arn) =>
        prefix + string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(arn)).Take(17).Select(value => Characters[value % Characters.Length]));
}
