using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Infra.Local.Account;

namespace Infra.Local.S3.Protocol;

/// <summary>The account as S3's answers name it.</summary>
public static class Owner
{
    public static XElement Of(AwsAccount account) => new("Owner", Id(account));

    /// <summary>Canonical user id: 64 hexadecimal digits, stable for the account.</summary>
    public static XElement Id(AwsAccount account) =>
        new("ID", Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(account.Id))));
}
