using System.Text.Json.Nodes;
using Infra.Local.DirectoryService.Features;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.DirectoryService.Requests;

namespace Infra.Local.DirectoryService.Operations;

/// <summary>EnableClientAuthentication, DisableClientAuthentication and DescribeClientAuthenticationSettings.</summary>
public sealed class ClientAuthenticationOperations(Directories directories)
{
    /// <summary>What a directory that is not available answers.</summary>
    /// <remarks>UNVERIFIED: Enable and Disable do not model <c>DirectoryUnavailableException</c>.</remarks>
    private const string Unavailable = "ClientException";

    public JsonObject? Enable(DirectoryRequest request)
    {
        var directory = Directory(request);
        DemandSmartCard(directory, request.RequiredOneOf<ClientAuthenticationType>("Type"));
        directory.Change((state, now) =>
        {
            state.DemandAvailable(Unavailable);
            DemandOther(state, ClientAuthenticationStatus.Enabled);
            state.DemandUsableCertificate(CertificateType.ClientCertAuth, now);
            return state with { SmartCard = new SmartCardFeature(ClientAuthenticationStatus.Enabled, now) };
        });
        return null;
    }

    public JsonObject? Disable(DirectoryRequest request)
    {
        var directory = Directory(request);
        DemandSmartCard(directory, request.RequiredOneOf<ClientAuthenticationType>("Type"));
        directory.Change((state, now) =>
        {
            state.DemandAvailable(Unavailable);
            DemandOther(state, ClientAuthenticationStatus.Disabled);
            return state with { SmartCard = new SmartCardFeature(ClientAuthenticationStatus.Disabled, now) };
        });
        return null;
    }

    /// <remarks>UNVERIFIED: that a directory which never had smart cards on lists nothing.</remarks>
    public JsonObject? Describe(DirectoryRequest request)
    {
        var directory = Directory(request);
        var type = request.OneOf<ClientAuthenticationType>("Type") ?? ClientAuthenticationType.SmartCard;
        var settings = type == ClientAuthenticationType.SmartCard && directory.State.SmartCard is { } smartCard
            ? new[]
            {
                new JsonObject
                {
                    ["Type"] = nameof(ClientAuthenticationType.SmartCard),
                    ["Status"] = smartCard.Status.ToString(),
                    ["LastUpdatedDateTime"] = Timestamp.Of(smartCard.UpdatedAt),
                },
            }
            : [];
        return PageOfItems.Of(request, "ClientAuthenticationSettingsInfo", settings);
    }

    private AwsDirectory Directory(DirectoryRequest request)
    {
        var directory = request.DirectoryIn(directories);
        directory.DemandSupport(CertificateType.ClientCertAuth);
        return directory;
    }

    private static void DemandSmartCard(AwsDirectory directory, ClientAuthenticationType type)
    {
        if (type != ClientAuthenticationType.SmartCard)
        {
            throw DirectoryErrors.Unsupported(
                directory, $"client authentication of type {type}; SmartCard is what there is");
        }
    }

    private static void DemandOther(DirectoryState state, ClientAuthenticationStatus wanted)
    {
        if ((state.SmartCard?.Status ?? ClientAuthenticationStatus.Disabled) == wanted)
        {
            // The model's documentation says so of both calls.
            throw DirectoryErrors.Of("InvalidClientAuthStatusException", "Client authentication is already enabled.");
        }
    }
}
