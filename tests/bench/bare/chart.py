"""Nothing in; a page with one Plotly chart out."""

import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Bar(x=[2020, 2021, 2022, 2023, 2024], y=[4, 2, 5, 3, 7])))
