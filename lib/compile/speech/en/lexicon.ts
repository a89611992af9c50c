const read =
  'SMS=S_M_S MMS=M_M_S PIN=pin CVC=C_V_C CVV=C_V_V QR=Q_R IBAN=eye_ban SWIFT=swift USB=U_S_B NFC=N_F_C ID=I_D FAQ=F_A_Q ATM=A_T_M GPS=G_P_S LTE=L_T_E USSD=U_S_S_D ' +
  'VPN=V_P_N OTP=O_T_P PDF=P_D_F URL=U_R_L API=A_P_I POS=P_O_S TV=T_V PC=P_C UK=U_K US=U_S EU=E_U USA=U_S_A UTC=U_T_C MSK=Moscow_time AM=a.m. PM=p.m. VAT=V_A_T ' +
  'KYC=K_Y_C IVR=I_V_R IT=I_T OK=okay SIM=sim eSIM=E_sim iOS=I_O_S iPhone=iPhone iPad=iPad IMEI=I_M_E_I APN=A_P_N JCB=J_C_B CEO=C_E_O LLC=L_L_C TIN=T_I_N ' +
  'SNILS=snils INN=I_N_N BIC=bick SBP=S_B_P MFC=M_F_C RUB=roubles USD=dollars EUR=euros HTML=H_T_M_L CSV=C_S_V RuStore=Roo_Store Wi-Fi=Wi-Fi WiFi=Wi-Fi e-mail=e-mail ' +
  'APR=A_P_R APY=A_P_Y CSC=C_S_C DNS=D_N_S IP=I_P XML=X_M_L SEPA=seepa EMV=E_M_V GDPR=G_D_P_R SSL=S_S_L TLS=T_L_S GSM=G_S_M VIP=V_I_P DIY=D_I_Y AI=A_I CRM=C_R_M MCC=M_C_C ZIP=zip NPS=N_P_S CVV2=C_V_V_two'

/** Abbreviations and names whose spoken form differs from what is written. */
export const acronyms: ReadonlyMap<string, string> = new Map(
  read.split(' ').map(entry => entry.replaceAll('_', ' ').split('=') as [string, string]),
)

/** Abbreviations with a full stop (written here without the last one), lower case. */
export const abbreviations: ReadonlyMap<string, string> = new Map([
  ['e.g', 'for example'],
  ['i.e', 'that is'],
  ['etc', 'et cetera'],
  ['vs', 'versus'],
  ['approx', 'approximately'],
  ['max', 'maximum'],
  ['min', 'minimum'],
  ['no', 'number'],
  ['nos', 'numbers'],
  ['ext', 'extension'],
  ['tel', 'telephone'],
  ['st', 'street'],
  ['ave', 'avenue'],
  ['rd', 'road'],
  ['apt', 'apartment'],
  ['bldg', 'building'],
  ['mr', 'mister'],
  ['mrs', 'missis'],
  ['ms', 'miz'],
  ['dr', 'doctor'],
  ['incl', 'including'],
  ['p', 'page'],
  ['pp', 'pages'],
  ['art', 'article'],
  ['sec', 'section'],
  ['fig', 'figure'],
  ['inc', 'incorporated'],
  ['ltd', 'limited'],
  ['dept', 'department'],
  ['fl', 'floor'],
  ['p.a', 'per annum'],
  ['a.m', 'a.m.'],
  ['p.m', 'p.m.'],
])

/** Words in capitals that are no abbreviations. */
export const emphasised: ReadonlySet<string> = new Set(
  'A I NOT NO YES DO AND OR ALL NEVER ONLY MUST STOP OFF ON THE IF TO IN IS AS AT BE BY MIR VISA NOTE NEW FREE PAY'.split(' '),
)
