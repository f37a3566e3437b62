using System.Text.Json.Nodes;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.DirectoryService.Requests;
using Infra.Local.Endpoint;

namespace Infra.Local.DirectoryService.Operations;

/// <summary>RegisterCertificate, DescribeCertificate, ListCertificates and DeregisterCertificate.</summary>
public sealed class CertificateOperations(Directories directories, TimeProvider clock)
{
    /// <summary>Most characters of a certificate in PEM; service model.</summary>
    private const int MaximumData = 8192;

    /// <summary>Most characters of an OCSP URL; service model.</summary>
    private const int MaximumUrl = 1024;

    /// <summary>Service model. The guide allows only <c>http</c>, which the API does not check.</summary>
    private const string UrlPattern =
        @"\A(https?|ftp|file|ldaps?)://[-a-zA-Z0-9+&@#/%?=~_|!:,.;()]*[-a-zA-Z0-9+&@#/%=~_|()]\z";

    public JsonObject? Register(DirectoryRequest request)
    {
        var directory = request.DirectoryIn(directories);
        var data = request.RequiredText("CertificateData", 1, MaximumData);
        var type = request.OneOf<CertificateType>("Type") ?? CertificateType.ClientLDAPS;
        var settings = request.Structure("ClientCertAuthSettings");
        var url = settings?.Text("OCSPUrl", 1, MaximumUrl, UrlPattern);
        directory.DemandSupport(type);
        if (settings is not null && type != CertificateType.ClientCertAuth)
        {
            throw request.Invalid($"ClientCertAuthSettings is for the type ClientCertAuth; this is {type}.");
        }

        directory.State.DemandAvailable();
        using var certificate = CertificateReader.Read(data);
        RegistrationRules.DemandUsable(certificate, clock.GetUtcNow());
        var registering = Registration.Begin(directory, certificate, type, url);
        directory.Change((state, now) =>
        {
            RegistrationRules.DemandPlace(state, registering, directory.Options);
            return state.With(registering with { RegisteredAt = now });
        });
        Registration.EndLater(directory, registering.Id);
        return new JsonObject { ["CertificateId"] = registering.Id };
    }

    public JsonObject? Describe(DirectoryRequest request)
    {
        var directory = SupportingDirectory(request);
        var id = request.CertificateId();
        var certificate = directory.State.Find(id) ?? throw DirectoryErrors.CertificateDoesNotExist(directory, id);
        return new JsonObject { ["Certificate"] = CertificateDocument.Full(certificate) };
    }

    public JsonObject? List(DirectoryRequest request)
    {
        var certificates = SupportingDirectory(request).State.Certificates;
        return PageOfItems.Of(request, "CertificatesInfo", [.. certificates.Select(CertificateDocument.Listed)]);
    }

    /// <remarks>
    /// UNVERIFIED: that a registration on its way in can be taken back, and that a certificate on its way out is
    /// unknown.
    /// </remarks>
    public JsonObject? Deregister(DirectoryRequest request)
    {
        var directory = SupportingDirectory(request);
        var id = request.CertificateId();
        directory.Change((state, _) =>
        {
            state.DemandAvailable();
            var certificate = state.Find(id);
            if (certificate is null or { State: CertificateState.Deregistering or CertificateState.Deregistered })
            {
                throw DirectoryErrors.CertificateDoesNotExist(directory, id);
            }

            DemandNotTheLast(state, certificate);
            return state.With(certificate with { State = CertificateState.Deregistering, StateReason = null });
        });
        Registration.LeaveLater(directory, id);
        return [];
    }

    /// <exception cref="AwsException"><c>CertificateInUseException</c>.</exception>
    private static void DemandNotTheLast(DirectoryState state, RegisteredCertificate certificate)
    {
        var registered = state.Certificates
            .FindAll(c => c.Type == certificate.Type && c.State == CertificateState.Registered);
        if (state.IsOn(certificate.Type) && registered is [var last] && last.Id == certificate.Id)
        {
            throw DirectoryErrors.Of(
                "CertificateInUseException",
                $"{certificate.Id} is the last registered certificate of type {certificate.Type}, which is in use. "
                    + "Register another one first, or disable what uses it.");
        }
    }

    private AwsDirectory SupportingDirectory(DirectoryRequest request)
    {
        var directory = request.DirectoryIn(directories);
        directory.DemandSupport(CertificateType.ClientLDAPS);
        return directory;
    }
}
