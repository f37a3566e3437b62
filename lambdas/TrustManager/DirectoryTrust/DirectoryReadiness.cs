using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Whether a directory can do what is asked of it, before anything is asked.</summary>
public static class DirectoryReadiness
{
    /// <returns>A note about a directory that works but is not well; null for a healthy one.</returns>
    /// <exception cref="ResourceException">Lists everything that stands in the way.</exception>
    public static string? Check(DirectoryFacts? directory, DirectoryTrustProperties properties)
    {
        if (directory is null)
        {
            throw new ResourceException(
                $"There is no directory {properties.DirectoryId} in this account and Region. Check the id in the "
                + "environment file.");
        }

        string[] problems = [.. Problems(directory, properties)];
        return problems.Length > 0
            ? throw new ResourceException(
                $"Directory {directory.Id} ({directory.Name}) cannot do what is wanted: {string.Join("; ", problems)}. "
                + "Nothing was changed.")
            : directory.Stage == "Impaired"
                ? $"Directory {directory.Id} is Impaired: sign-in may fail for reasons of its network or its service "
                    + "account; look at it in the Directory Service console."
                : null;
    }

    /// <summary>True when Delete has nothing to restore.</summary>
    public static bool IsGone(DirectoryFacts? directory) =>
        directory is null or { Stage: "Deleting" or "Deleted" };

    private static IEnumerable<string> Problems(DirectoryFacts directory, DirectoryTrustProperties properties)
    {
        if (directory.Stage is not ("Active" or "Impaired"))
        {
            yield return $"its stage is {directory.Stage} and must be Active; wait, or repair it";
        }

        if (properties.SmartCard is not null && directory.Type != "ADConnector")
        {
            yield return $"it is of type {directory.Type}, and smart card sign-in needs an ADConnector; remove the "
                + "smartCard section";
        }

        if (properties.Ldaps is not null && directory.Type is not ("ADConnector" or "MicrosoftAD"))
        {
            yield return $"it is of type {directory.Type}, and client-side LDAPS needs an ADConnector or MicrosoftAD; "
                + "remove the ldaps section";
        }
    }
}
